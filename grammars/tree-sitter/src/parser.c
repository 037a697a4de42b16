#include <tree_sitter/parser.h>

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 75
#define LARGE_STATE_COUNT 5
#define SYMBOL_COUNT 34
#define ALIAS_COUNT 1
#define TOKEN_COUNT 15
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 5
#define MAX_ALIAS_SEQUENCE_LENGTH 6
#define PRODUCTION_ID_COUNT 25

enum {
  anon_sym_LF = 1,
  anon_sym_LBRACE = 2,
  anon_sym_RBRACE = 3,
  sym_include_directive = 4,
  sym_path = 5,
  sym_definition_name = 6,
  sym_config_id = 7,
  sym_sequence = 8,
  sym_comment = 9,
  sym_string = 10,
  sym_variable = 11,
  sym_number = 12,
  sym_address = 13,
  sym_word = 14,
  sym_source_file = 15,
  sym__items = 16,
  sym__ended = 17,
  sym__line = 18,
  sym_statement = 19,
  sym_block = 20,
  sym_body = 21,
  sym_alternative = 22,
  sym_include = 23,
  sym_definition = 24,
  sym__prefix = 25,
  sym__first = 26,
  sym__argument = 27,
  aux_sym__items_repeat1 = 28,
  aux_sym_statement_repeat1 = 29,
  aux_sym_statement_repeat2 = 30,
  aux_sym_block_repeat1 = 31,
  aux_sym_block_repeat2 = 32,
  aux_sym_definition_repeat1 = 33,
  alias_sym_keyword = 34,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [anon_sym_LF] = "\n",
  [anon_sym_LBRACE] = "{",
  [anon_sym_RBRACE] = "}",
  [sym_include_directive] = "include_directive",
  [sym_path] = "path",
  [sym_definition_name] = "definition_name",
  [sym_config_id] = "config_id",
  [sym_sequence] = "sequence",
  [sym_comment] = "comment",
  [sym_string] = "string",
  [sym_variable] = "variable",
  [sym_number] = "number",
  [sym_address] = "address",
  [sym_word] = "word",
  [sym_source_file] = "source_file",
  [sym__items] = "_items",
  [sym__ended] = "_ended",
  [sym__line] = "_line",
  [sym_statement] = "statement",
  [sym_block] = "block",
  [sym_body] = "body",
  [sym_alternative] = "alternative",
  [sym_include] = "include",
  [sym_definition] = "definition",
  [sym__prefix] = "_prefix",
  [sym__first] = "_first",
  [sym__argument] = "_argument",
  [aux_sym__items_repeat1] = "_items_repeat1",
  [aux_sym_statement_repeat1] = "statement_repeat1",
  [aux_sym_statement_repeat2] = "statement_repeat2",
  [aux_sym_block_repeat1] = "block_repeat1",
  [aux_sym_block_repeat2] = "block_repeat2",
  [aux_sym_definition_repeat1] = "definition_repeat1",
  [alias_sym_keyword] = "keyword",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [anon_sym_LF] = anon_sym_LF,
  [anon_sym_LBRACE] = anon_sym_LBRACE,
  [anon_sym_RBRACE] = anon_sym_RBRACE,
  [sym_include_directive] = sym_include_directive,
  [sym_path] = sym_path,
  [sym_definition_name] = sym_definition_name,
  [sym_config_id] = sym_config_id,
  [sym_sequence] = sym_sequence,
  [sym_comment] = sym_comment,
  [sym_string] = sym_string,
  [sym_variable] = sym_variable,
  [sym_number] = sym_number,
  [sym_address] = sym_address,
  [sym_word] = sym_word,
  [sym_source_file] = sym_source_file,
  [sym__items] = sym__items,
  [sym__ended] = sym__ended,
  [sym__line] = sym__line,
  [sym_statement] = sym_statement,
  [sym_block] = sym_block,
  [sym_body] = sym_body,
  [sym_alternative] = sym_alternative,
  [sym_include] = sym_include,
  [sym_definition] = sym_definition,
  [sym__prefix] = sym__prefix,
  [sym__first] = sym__first,
  [sym__argument] = sym__argument,
  [aux_sym__items_repeat1] = aux_sym__items_repeat1,
  [aux_sym_statement_repeat1] = aux_sym_statement_repeat1,
  [aux_sym_statement_repeat2] = aux_sym_statement_repeat2,
  [aux_sym_block_repeat1] = aux_sym_block_repeat1,
  [aux_sym_block_repeat2] = aux_sym_block_repeat2,
  [aux_sym_definition_repeat1] = aux_sym_definition_repeat1,
  [alias_sym_keyword] = alias_sym_keyword,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [anon_sym_LF] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_LBRACE] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_RBRACE] = {
    .visible = true,
    .named = false,
  },
  [sym_include_directive] = {
    .visible = true,
    .named = true,
  },
  [sym_path] = {
    .visible = true,
    .named = true,
  },
  [sym_definition_name] = {
    .visible = true,
    .named = true,
  },
  [sym_config_id] = {
    .visible = true,
    .named = true,
  },
  [sym_sequence] = {
    .visible = true,
    .named = true,
  },
  [sym_comment] = {
    .visible = true,
    .named = true,
  },
  [sym_string] = {
    .visible = true,
    .named = true,
  },
  [sym_variable] = {
    .visible = true,
    .named = true,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym_address] = {
    .visible = true,
    .named = true,
  },
  [sym_word] = {
    .visible = true,
    .named = true,
  },
  [sym_source_file] = {
    .visible = true,
    .named = true,
  },
  [sym__items] = {
    .visible = false,
    .named = true,
  },
  [sym__ended] = {
    .visible = false,
    .named = true,
  },
  [sym__line] = {
    .visible = false,
    .named = true,
  },
  [sym_statement] = {
    .visible = true,
    .named = true,
  },
  [sym_block] = {
    .visible = true,
    .named = true,
  },
  [sym_body] = {
    .visible = true,
    .named = true,
  },
  [sym_alternative] = {
    .visible = true,
    .named = true,
  },
  [sym_include] = {
    .visible = true,
    .named = true,
  },
  [sym_definition] = {
    .visible = true,
    .named = true,
  },
  [sym__prefix] = {
    .visible = false,
    .named = true,
  },
  [sym__first] = {
    .visible = false,
    .named = true,
  },
  [sym__argument] = {
    .visible = false,
    .named = true,
  },
  [aux_sym__items_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_statement_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_statement_repeat2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_block_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_block_repeat2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_definition_repeat1] = {
    .visible = false,
    .named = false,
  },
  [alias_sym_keyword] = {
    .visible = true,
    .named = true,
  },
};

enum {
  field_argument = 1,
  field_body = 2,
  field_keyword = 3,
  field_name = 4,
  field_path = 5,
};

static const char * const ts_field_names[] = {
  [0] = NULL,
  [field_argument] = "argument",
  [field_body] = "body",
  [field_keyword] = "keyword",
  [field_name] = "name",
  [field_path] = "path",
};

static const TSFieldMapSlice ts_field_map_slices[PRODUCTION_ID_COUNT] = {
  [1] = {.index = 0, .length = 1},
  [3] = {.index = 1, .length = 1},
  [4] = {.index = 2, .length = 1},
  [6] = {.index = 3, .length = 2},
  [7] = {.index = 5, .length = 1},
  [8] = {.index = 6, .length = 2},
  [9] = {.index = 8, .length = 1},
  [10] = {.index = 9, .length = 1},
  [11] = {.index = 10, .length = 3},
  [12] = {.index = 13, .length = 2},
  [13] = {.index = 15, .length = 2},
  [14] = {.index = 17, .length = 1},
  [15] = {.index = 18, .length = 2},
  [16] = {.index = 20, .length = 2},
  [17] = {.index = 22, .length = 3},
  [18] = {.index = 25, .length = 3},
  [19] = {.index = 28, .length = 2},
  [20] = {.index = 30, .length = 2},
  [21] = {.index = 32, .length = 3},
  [22] = {.index = 35, .length = 3},
  [23] = {.index = 38, .length = 2},
  [24] = {.index = 40, .length = 3},
};

static const TSFieldMapEntry ts_field_map_entries[] = {
  [0] =
    {field_name, 0},
  [1] =
    {field_keyword, 0},
  [2] =
    {field_path, 1},
  [3] =
    {field_body, 1},
    {field_keyword, 0},
  [5] =
    {field_argument, 0},
  [6] =
    {field_argument, 1, .inherited = true},
    {field_keyword, 0},
  [8] =
    {field_name, 1},
  [9] =
    {field_keyword, 1},
  [10] =
    {field_argument, 1, .inherited = true},
    {field_body, 2},
    {field_keyword, 0},
  [13] =
    {field_argument, 0, .inherited = true},
    {field_argument, 1, .inherited = true},
  [15] =
    {field_body, 2},
    {field_keyword, 0},
  [17] =
    {field_path, 2},
  [18] =
    {field_body, 2},
    {field_keyword, 1},
  [20] =
    {field_argument, 2, .inherited = true},
    {field_keyword, 1},
  [22] =
    {field_argument, 1, .inherited = true},
    {field_body, 3},
    {field_keyword, 0},
  [25] =
    {field_argument, 2, .inherited = true},
    {field_body, 3},
    {field_keyword, 1},
  [28] =
    {field_body, 3},
    {field_keyword, 1},
  [30] =
    {field_body, 3},
    {field_keyword, 2},
  [32] =
    {field_argument, 2, .inherited = true},
    {field_body, 4},
    {field_keyword, 1},
  [35] =
    {field_argument, 3, .inherited = true},
    {field_body, 4},
    {field_keyword, 2},
  [38] =
    {field_body, 4},
    {field_keyword, 2},
  [40] =
    {field_argument, 3, .inherited = true},
    {field_body, 5},
    {field_keyword, 2},
};

static const TSSymbol ts_alias_sequences[PRODUCTION_ID_COUNT][MAX_ALIAS_SEQUENCE_LENGTH] = {
  [0] = {0},
  [2] = {
    [0] = alias_sym_keyword,
  },
  [5] = {
    [0] = sym_word,
  },
};

static const uint16_t ts_non_terminal_alias_map[] = {
  0,
};

static const TSStateId ts_primary_state_ids[STATE_COUNT] = {
  [0] = 0,
  [1] = 1,
  [2] = 2,
  [3] = 3,
  [4] = 4,
  [5] = 5,
  [6] = 6,
  [7] = 7,
  [8] = 8,
  [9] = 9,
  [10] = 10,
  [11] = 11,
  [12] = 12,
  [13] = 13,
  [14] = 14,
  [15] = 15,
  [16] = 16,
  [17] = 17,
  [18] = 18,
  [19] = 19,
  [20] = 20,
  [21] = 21,
  [22] = 22,
  [23] = 23,
  [24] = 24,
  [25] = 25,
  [26] = 26,
  [27] = 27,
  [28] = 28,
  [29] = 29,
  [30] = 30,
  [31] = 31,
  [32] = 32,
  [33] = 33,
  [34] = 34,
  [35] = 35,
  [36] = 36,
  [37] = 37,
  [38] = 38,
  [39] = 39,
  [40] = 40,
  [41] = 41,
  [42] = 42,
  [43] = 43,
  [44] = 44,
  [45] = 45,
  [46] = 46,
  [47] = 40,
  [48] = 48,
  [49] = 49,
  [50] = 50,
  [51] = 51,
  [52] = 52,
  [53] = 42,
  [54] = 54,
  [55] = 55,
  [56] = 56,
  [57] = 57,
  [58] = 58,
  [59] = 59,
  [60] = 60,
  [61] = 61,
  [62] = 62,
  [63] = 52,
  [64] = 64,
  [65] = 65,
  [66] = 66,
  [67] = 67,
  [68] = 68,
  [69] = 69,
  [70] = 70,
  [71] = 71,
  [72] = 72,
  [73] = 73,
  [74] = 74,
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(27);
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(104);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(103);
      if (lookahead == '\\') ADVANCE(4);
      if (lookahead == 'i') ADVANCE(91);
      if (lookahead == '{') ADVANCE(29);
      if (lookahead == '}') ADVANCE(30);
      if (lookahead == '~') ADVANCE(82);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(68);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(0)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 1:
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(104);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(103);
      if (lookahead == '\\') ADVANCE(4);
      if (lookahead == 'i') ADVANCE(91);
      if (lookahead == '{') ADVANCE(29);
      if (lookahead == '}') ADVANCE(30);
      if (lookahead == '~') ADVANCE(82);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(68);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(1)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 2:
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(103);
      if (lookahead == '\\') ADVANCE(5);
      if (lookahead == '{') ADVANCE(29);
      if (lookahead == '}') ADVANCE(30);
      if (lookahead == '~') ADVANCE(67);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(71);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(2)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 3:
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(103);
      if (lookahead == '\\') ADVANCE(6);
      if (lookahead == '~') ADVANCE(82);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(72);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(3)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 4:
      if (lookahead == '\n') SKIP(1)
      if (lookahead == '\r') ADVANCE(102);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 5:
      if (lookahead == '\n') SKIP(2)
      if (lookahead == '\r') ADVANCE(102);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 6:
      if (lookahead == '\n') SKIP(3)
      if (lookahead == '\r') ADVANCE(102);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 7:
      if (lookahead == '\n') SKIP(8)
      if (lookahead == '\r') ADVANCE(102);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 8:
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '\\') ADVANCE(7);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == '@' ||
          lookahead == '~') ADVANCE(67);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(73);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(8)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 9:
      if (lookahead == '"') ADVANCE(42);
      if (lookahead == '\\') ADVANCE(21);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(9);
      END_STATE();
    case 10:
      if (lookahead == '(') ADVANCE(12);
      END_STATE();
    case 11:
      if (lookahead == '(') ADVANCE(12);
      if (lookahead == 'x') ADVANCE(10);
      END_STATE();
    case 12:
      if (lookahead == ')') ADVANCE(39);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(12);
      END_STATE();
    case 13:
      if (lookahead == ')') ADVANCE(40);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(76);
      END_STATE();
    case 14:
      if (lookahead == 'E') ADVANCE(15);
      END_STATE();
    case 15:
      if (lookahead == 'Q') ADVANCE(11);
      END_STATE();
    case 16:
      if (lookahead == 'S') ADVANCE(17);
      END_STATE();
    case 17:
      if (lookahead == 'T') ADVANCE(10);
      END_STATE();
    case 18:
      if (lookahead == '\\') ADVANCE(32);
      if (lookahead == '!' ||
          lookahead == '#') ADVANCE(41);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(33);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          lookahead == ' ') SKIP(18)
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(34);
      END_STATE();
    case 19:
      if (lookahead == '}') ADVANCE(43);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          lookahead != ' ' &&
          lookahead != '{') ADVANCE(19);
      END_STATE();
    case 20:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(66);
      END_STATE();
    case 21:
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(9);
      END_STATE();
    case 22:
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(102);
      END_STATE();
    case 23:
      if (eof) ADVANCE(27);
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '"') ADVANCE(9);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(103);
      if (lookahead == '\\') ADVANCE(5);
      if (lookahead == '{') ADVANCE(29);
      if (lookahead == '}') ADVANCE(30);
      if (lookahead == '~') ADVANCE(67);
      if (('!' <= lookahead && lookahead <= '#')) ADVANCE(41);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(71);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(23)
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0) ADVANCE(102);
      END_STATE();
    case 24:
      if (eof) ADVANCE(27);
      if (lookahead == '\n') ADVANCE(28);
      if (lookahead == '\\') SKIP(26)
      if (lookahead == '{') ADVANCE(29);
      if (lookahead == '}') ADVANCE(30);
      if (lookahead == '!' ||
          lookahead == '#') ADVANCE(41);
      if (('\t' <= lookahead && lookahead <= '\r') ||
          lookahead == ' ') SKIP(24)
      END_STATE();
    case 25:
      if (eof) ADVANCE(27);
      if (lookahead == '\n') SKIP(24)
      END_STATE();
    case 26:
      if (eof) ADVANCE(27);
      if (lookahead == '\n') SKIP(24)
      if (lookahead == '\r') SKIP(25)
      END_STATE();
    case 27:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 28:
      ACCEPT_TOKEN(anon_sym_LF);
      END_STATE();
    case 29:
      ACCEPT_TOKEN(anon_sym_LBRACE);
      END_STATE();
    case 30:
      ACCEPT_TOKEN(anon_sym_RBRACE);
      END_STATE();
    case 31:
      ACCEPT_TOKEN(sym_include_directive);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(31);
      END_STATE();
    case 32:
      ACCEPT_TOKEN(sym_path);
      if (lookahead == '\r') ADVANCE(34);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '!' &&
          lookahead != '#') ADVANCE(34);
      END_STATE();
    case 33:
      ACCEPT_TOKEN(sym_path);
      if (lookahead == '\\') ADVANCE(32);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(33);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          lookahead == ' ') ADVANCE(33);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '!' &&
          lookahead != '#') ADVANCE(34);
      END_STATE();
    case 34:
      ACCEPT_TOKEN(sym_path);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '!' &&
          lookahead != '#') ADVANCE(34);
      END_STATE();
    case 35:
      ACCEPT_TOKEN(sym_definition_name);
      END_STATE();
    case 36:
      ACCEPT_TOKEN(sym_config_id);
      if (lookahead == '$') ADVANCE(38);
      if (lookahead == '\\') ADVANCE(37);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(36);
      END_STATE();
    case 37:
      ACCEPT_TOKEN(sym_config_id);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          (' ' <= lookahead && lookahead <= '#') ||
          lookahead == '{' ||
          lookahead == '}') ADVANCE(102);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 38:
      ACCEPT_TOKEN(sym_config_id);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(38);
      END_STATE();
    case 39:
      ACCEPT_TOKEN(sym_sequence);
      END_STATE();
    case 40:
      ACCEPT_TOKEN(sym_sequence);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 41:
      ACCEPT_TOKEN(sym_comment);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(41);
      END_STATE();
    case 42:
      ACCEPT_TOKEN(sym_string);
      END_STATE();
    case 43:
      ACCEPT_TOKEN(sym_variable);
      END_STATE();
    case 44:
      ACCEPT_TOKEN(sym_variable);
      if (lookahead == '=') ADVANCE(35);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(44);
      END_STATE();
    case 45:
      ACCEPT_TOKEN(sym_variable);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(45);
      END_STATE();
    case 46:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '.') ADVANCE(51);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'X' ||
          lookahead == 'x') ADVANCE(100);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(47);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 47:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '.') ADVANCE(51);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(47);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 48:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '.') ADVANCE(52);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'X' ||
          lookahead == 'x') ADVANCE(100);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 49:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '.') ADVANCE(52);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 50:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '.') ADVANCE(97);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(50);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 51:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(51);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 52:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(50);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 53:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '%') ADVANCE(54);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(53);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 54:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 55:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '$') ADVANCE(60);
      if (lookahead == '-') ADVANCE(55);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(61);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(55);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(56);
      END_STATE();
    case 56:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '$') ADVANCE(60);
      if (lookahead == '-') ADVANCE(55);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(61);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(56);
      END_STATE();
    case 57:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '%') ADVANCE(70);
      if (lookahead == '-') ADVANCE(101);
      if (lookahead == '.') ADVANCE(58);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == ':') ADVANCE(57);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(57);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 58:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '%') ADVANCE(70);
      if (lookahead == '-') ADVANCE(101);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(22);
      if (('.' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(58);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 59:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '-') ADVANCE(59);
      if (lookahead == '/') ADVANCE(20);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(59);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(60);
      END_STATE();
    case 60:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '-') ADVANCE(59);
      if (lookahead == '/') ADVANCE(20);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(60);
      END_STATE();
    case 61:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '-') ADVANCE(55);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          (' ' <= lookahead && lookahead <= '#') ||
          lookahead == '{' ||
          lookahead == '}') ADVANCE(102);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(56);
      END_STATE();
    case 62:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '-') ADVANCE(99);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(62);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 63:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(63);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 64:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '/') ADVANCE(96);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(64);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 65:
      ACCEPT_TOKEN(sym_address);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(65);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 66:
      ACCEPT_TOKEN(sym_address);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(66);
      END_STATE();
    case 67:
      ACCEPT_TOKEN(sym_word);
      END_STATE();
    case 68:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(104);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(69);
      if (lookahead == '\\') ADVANCE(4);
      if (lookahead == 'i') ADVANCE(91);
      if (lookahead == '~') ADVANCE(83);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(68);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead) &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 69:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(38);
      if (lookahead == '\\') ADVANCE(37);
      if (lookahead == '^') ADVANCE(36);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(36);
      END_STATE();
    case 70:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(60);
      if (lookahead == '/') ADVANCE(102);
      if (lookahead == '\\') ADVANCE(61);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(56);
      END_STATE();
    case 71:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(69);
      if (lookahead == '\\') ADVANCE(5);
      if (lookahead == '~') ADVANCE(102);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(71);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead) &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 72:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '@') ADVANCE(69);
      if (lookahead == '\\') ADVANCE(6);
      if (lookahead == '~') ADVANCE(83);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(72);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead) &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 73:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '$') ADVANCE(105);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(48);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '\\') ADVANCE(7);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(77);
      if (lookahead == '@' ||
          lookahead == '~') ADVANCE(102);
      if (lookahead == 11 ||
          lookahead == '\f') ADVANCE(73);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(49);
      if (('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead) &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 74:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '(') ADVANCE(76);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'x') ADVANCE(75);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 75:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '(') ADVANCE(76);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 76:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == ')') ADVANCE(40);
      if (lookahead == '\\') ADVANCE(13);
      if (lookahead == '\t' ||
          lookahead == '\r' ||
          (' ' <= lookahead && lookahead <= '$') ||
          lookahead == '{' ||
          lookahead == '}') ADVANCE(12);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(76);
      END_STATE();
    case 77:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '.') ADVANCE(95);
      if (lookahead == '0') ADVANCE(46);
      if (lookahead == '\\') ADVANCE(22);
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(47);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 78:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '.') ADVANCE(98);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(78);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 79:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == ':') ADVANCE(80);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 80:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == ':') ADVANCE(57);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(80);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 81:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'E') ADVANCE(84);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 82:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'L') ADVANCE(16);
      if (lookahead == 'S') ADVANCE(14);
      END_STATE();
    case 83:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'L') ADVANCE(85);
      if (lookahead == 'S') ADVANCE(81);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 84:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'Q') ADVANCE(74);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 85:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'S') ADVANCE(86);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 86:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == 'T') ADVANCE(75);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 87:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'c') ADVANCE(90);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 88:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'd') ADVANCE(89);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 89:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'e') ADVANCE(93);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 90:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'l') ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 91:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'n') ADVANCE(87);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 92:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == 'u') ADVANCE(88);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 93:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(31);
      if (lookahead == 'a' ||
          lookahead == 'b' ||
          lookahead == 'm' ||
          lookahead == 'r' ||
          lookahead == 'w') ADVANCE(94);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < '!' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 94:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(31);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < '!' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 95:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(51);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 96:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(65);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 97:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(78);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 98:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(62);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 99:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(63);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 100:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(53);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 101:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(64);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 102:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '\\') ADVANCE(22);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '$' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(102);
      END_STATE();
    case 103:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '^') ADVANCE(38);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != '\r' &&
          (lookahead < ' ' || '#' < lookahead) &&
          lookahead != '{' &&
          lookahead != '}') ADVANCE(38);
      END_STATE();
    case 104:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '{') ADVANCE(19);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(44);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(sym_word);
      if (lookahead == '{') ADVANCE(19);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          lookahead == '_' ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(45);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 0},
  [2] = {.lex_state = 0},
  [3] = {.lex_state = 0},
  [4] = {.lex_state = 0},
  [5] = {.lex_state = 23},
  [6] = {.lex_state = 23},
  [7] = {.lex_state = 23},
  [8] = {.lex_state = 23},
  [9] = {.lex_state = 0},
  [10] = {.lex_state = 0},
  [11] = {.lex_state = 3},
  [12] = {.lex_state = 23},
  [13] = {.lex_state = 0},
  [14] = {.lex_state = 0},
  [15] = {.lex_state = 0},
  [16] = {.lex_state = 23},
  [17] = {.lex_state = 23},
  [18] = {.lex_state = 23},
  [19] = {.lex_state = 0},
  [20] = {.lex_state = 0},
  [21] = {.lex_state = 23},
  [22] = {.lex_state = 23},
  [23] = {.lex_state = 0},
  [24] = {.lex_state = 23},
  [25] = {.lex_state = 23},
  [26] = {.lex_state = 23},
  [27] = {.lex_state = 0},
  [28] = {.lex_state = 0},
  [29] = {.lex_state = 0},
  [30] = {.lex_state = 0},
  [31] = {.lex_state = 0},
  [32] = {.lex_state = 0},
  [33] = {.lex_state = 23},
  [34] = {.lex_state = 0},
  [35] = {.lex_state = 0},
  [36] = {.lex_state = 0},
  [37] = {.lex_state = 0},
  [38] = {.lex_state = 0},
  [39] = {.lex_state = 0},
  [40] = {.lex_state = 0},
  [41] = {.lex_state = 23},
  [42] = {.lex_state = 0},
  [43] = {.lex_state = 23},
  [44] = {.lex_state = 23},
  [45] = {.lex_state = 3},
  [46] = {.lex_state = 3},
  [47] = {.lex_state = 3},
  [48] = {.lex_state = 23},
  [49] = {.lex_state = 3},
  [50] = {.lex_state = 3},
  [51] = {.lex_state = 23},
  [52] = {.lex_state = 3},
  [53] = {.lex_state = 3},
  [54] = {.lex_state = 8},
  [55] = {.lex_state = 24},
  [56] = {.lex_state = 24},
  [57] = {.lex_state = 24},
  [58] = {.lex_state = 24},
  [59] = {.lex_state = 24},
  [60] = {.lex_state = 24},
  [61] = {.lex_state = 24},
  [62] = {.lex_state = 24},
  [63] = {.lex_state = 24},
  [64] = {.lex_state = 24},
  [65] = {.lex_state = 24},
  [66] = {.lex_state = 24},
  [67] = {.lex_state = 24},
  [68] = {.lex_state = 24},
  [69] = {.lex_state = 24},
  [70] = {.lex_state = 18},
  [71] = {.lex_state = 24},
  [72] = {.lex_state = 24},
  [73] = {.lex_state = 24},
  [74] = {.lex_state = 18},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [anon_sym_LF] = ACTIONS(1),
    [anon_sym_LBRACE] = ACTIONS(1),
    [anon_sym_RBRACE] = ACTIONS(1),
    [sym_include_directive] = ACTIONS(1),
    [sym_definition_name] = ACTIONS(1),
    [sym_config_id] = ACTIONS(1),
    [sym_sequence] = ACTIONS(1),
    [sym_comment] = ACTIONS(3),
    [sym_string] = ACTIONS(1),
    [sym_variable] = ACTIONS(1),
    [sym_number] = ACTIONS(1),
    [sym_address] = ACTIONS(1),
    [sym_word] = ACTIONS(1),
  },
  [1] = {
    [sym_source_file] = STATE(71),
    [sym__items] = STATE(69),
    [sym__ended] = STATE(3),
    [sym__line] = STATE(65),
    [sym_statement] = STATE(65),
    [sym_block] = STATE(3),
    [sym_alternative] = STATE(11),
    [sym_include] = STATE(65),
    [sym_definition] = STATE(65),
    [sym__prefix] = STATE(10),
    [sym__first] = STATE(5),
    [aux_sym__items_repeat1] = STATE(3),
    [aux_sym_statement_repeat1] = STATE(10),
    [aux_sym_block_repeat1] = STATE(11),
    [ts_builtin_sym_end] = ACTIONS(5),
    [anon_sym_LF] = ACTIONS(7),
    [sym_include_directive] = ACTIONS(9),
    [sym_definition_name] = ACTIONS(11),
    [sym_config_id] = ACTIONS(13),
    [sym_sequence] = ACTIONS(15),
    [sym_comment] = ACTIONS(3),
    [sym_string] = ACTIONS(17),
    [sym_variable] = ACTIONS(17),
    [sym_number] = ACTIONS(17),
    [sym_address] = ACTIONS(17),
    [sym_word] = ACTIONS(19),
  },
  [2] = {
    [sym__items] = STATE(72),
    [sym__ended] = STATE(3),
    [sym__line] = STATE(65),
    [sym_statement] = STATE(65),
    [sym_block] = STATE(3),
    [sym_alternative] = STATE(11),
    [sym_include] = STATE(65),
    [sym_definition] = STATE(65),
    [sym__prefix] = STATE(10),
    [sym__first] = STATE(5),
    [aux_sym__items_repeat1] = STATE(3),
    [aux_sym_statement_repeat1] = STATE(10),
    [aux_sym_block_repeat1] = STATE(11),
    [anon_sym_LF] = ACTIONS(7),
    [anon_sym_RBRACE] = ACTIONS(21),
    [sym_include_directive] = ACTIONS(9),
    [sym_definition_name] = ACTIONS(11),
    [sym_config_id] = ACTIONS(13),
    [sym_sequence] = ACTIONS(15),
    [sym_comment] = ACTIONS(3),
    [sym_string] = ACTIONS(17),
    [sym_variable] = ACTIONS(17),
    [sym_number] = ACTIONS(17),
    [sym_address] = ACTIONS(17),
    [sym_word] = ACTIONS(19),
  },
  [3] = {
    [sym__ended] = STATE(4),
    [sym__line] = STATE(66),
    [sym_statement] = STATE(66),
    [sym_block] = STATE(4),
    [sym_alternative] = STATE(11),
    [sym_include] = STATE(66),
    [sym_definition] = STATE(66),
    [sym__prefix] = STATE(10),
    [sym__first] = STATE(5),
    [aux_sym__items_repeat1] = STATE(4),
    [aux_sym_statement_repeat1] = STATE(10),
    [aux_sym_block_repeat1] = STATE(11),
    [ts_builtin_sym_end] = ACTIONS(23),
    [anon_sym_LF] = ACTIONS(25),
    [anon_sym_RBRACE] = ACTIONS(27),
    [sym_include_directive] = ACTIONS(9),
    [sym_definition_name] = ACTIONS(11),
    [sym_config_id] = ACTIONS(29),
    [sym_sequence] = ACTIONS(15),
    [sym_comment] = ACTIONS(3),
    [sym_string] = ACTIONS(17),
    [sym_variable] = ACTIONS(17),
    [sym_number] = ACTIONS(17),
    [sym_address] = ACTIONS(17),
    [sym_word] = ACTIONS(19),
  },
  [4] = {
    [sym__ended] = STATE(4),
    [sym__line] = STATE(73),
    [sym_statement] = STATE(73),
    [sym_block] = STATE(4),
    [sym_alternative] = STATE(11),
    [sym_include] = STATE(73),
    [sym_definition] = STATE(73),
    [sym__prefix] = STATE(10),
    [sym__first] = STATE(5),
    [aux_sym__items_repeat1] = STATE(4),
    [aux_sym_statement_repeat1] = STATE(10),
    [aux_sym_block_repeat1] = STATE(11),
    [ts_builtin_sym_end] = ACTIONS(31),
    [anon_sym_LF] = ACTIONS(33),
    [anon_sym_RBRACE] = ACTIONS(36),
    [sym_include_directive] = ACTIONS(38),
    [sym_definition_name] = ACTIONS(41),
    [sym_config_id] = ACTIONS(44),
    [sym_sequence] = ACTIONS(47),
    [sym_comment] = ACTIONS(3),
    [sym_string] = ACTIONS(50),
    [sym_variable] = ACTIONS(50),
    [sym_number] = ACTIONS(50),
    [sym_address] = ACTIONS(50),
    [sym_word] = ACTIONS(53),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(56), 1,
      ts_builtin_sym_end,
    ACTIONS(58), 1,
      anon_sym_LF,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(63), 1,
      anon_sym_RBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    STATE(6), 1,
      aux_sym_statement_repeat2,
    STATE(14), 1,
      sym_body,
    STATE(41), 1,
      sym__argument,
    STATE(60), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [38] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(69), 1,
      ts_builtin_sym_end,
    ACTIONS(71), 1,
      anon_sym_LF,
    ACTIONS(74), 1,
      anon_sym_RBRACE,
    STATE(20), 1,
      sym_body,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(41), 1,
      sym__argument,
    STATE(55), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [76] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(76), 1,
      ts_builtin_sym_end,
    ACTIONS(78), 1,
      anon_sym_LF,
    ACTIONS(81), 1,
      anon_sym_RBRACE,
    STATE(8), 1,
      aux_sym_statement_repeat2,
    STATE(23), 1,
      sym_body,
    STATE(41), 1,
      sym__argument,
    STATE(56), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [114] = 11,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(83), 1,
      ts_builtin_sym_end,
    ACTIONS(85), 1,
      anon_sym_LF,
    ACTIONS(88), 1,
      anon_sym_RBRACE,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(29), 1,
      sym_body,
    STATE(41), 1,
      sym__argument,
    STATE(58), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [152] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(23), 1,
      ts_builtin_sym_end,
    ACTIONS(27), 1,
      anon_sym_RBRACE,
    ACTIONS(95), 1,
      sym_word,
    STATE(48), 1,
      sym__first,
    ACTIONS(90), 4,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
    ACTIONS(92), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [180] = 8,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(19), 1,
      sym_word,
    ACTIONS(98), 1,
      sym_include_directive,
    ACTIONS(100), 1,
      sym_definition_name,
    STATE(7), 1,
      sym__first,
    ACTIONS(102), 2,
      sym_config_id,
      sym_sequence,
    STATE(40), 2,
      sym__prefix,
      aux_sym_statement_repeat1,
    ACTIONS(104), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [210] = 8,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(19), 1,
      sym_word,
    ACTIONS(106), 1,
      sym_config_id,
    ACTIONS(108), 1,
      sym_sequence,
    STATE(17), 1,
      sym__first,
    STATE(45), 2,
      sym__prefix,
      aux_sym_statement_repeat1,
    STATE(50), 2,
      sym_alternative,
      aux_sym_block_repeat1,
    ACTIONS(110), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [240] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(112), 1,
      ts_builtin_sym_end,
    ACTIONS(114), 1,
      anon_sym_LF,
    STATE(18), 2,
      sym__argument,
      aux_sym_definition_repeat1,
    ACTIONS(116), 7,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [266] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(118), 1,
      ts_builtin_sym_end,
    ACTIONS(120), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [286] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(122), 1,
      ts_builtin_sym_end,
    ACTIONS(124), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [306] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(95), 1,
      sym_word,
    ACTIONS(126), 1,
      ts_builtin_sym_end,
    ACTIONS(128), 1,
      anon_sym_RBRACE,
    STATE(48), 1,
      sym__first,
    ACTIONS(90), 4,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
    ACTIONS(92), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [334] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(130), 1,
      ts_builtin_sym_end,
    ACTIONS(132), 1,
      anon_sym_LF,
    STATE(22), 2,
      sym__argument,
      aux_sym_definition_repeat1,
    ACTIONS(134), 7,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [360] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(136), 1,
      anon_sym_LF,
    STATE(23), 1,
      sym_body,
    STATE(25), 1,
      aux_sym_statement_repeat2,
    STATE(41), 1,
      sym__argument,
    STATE(56), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [392] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(138), 1,
      ts_builtin_sym_end,
    ACTIONS(140), 1,
      anon_sym_LF,
    ACTIONS(145), 1,
      sym_config_id,
    STATE(18), 2,
      sym__argument,
      aux_sym_definition_repeat1,
    ACTIONS(142), 7,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [418] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(148), 1,
      ts_builtin_sym_end,
    ACTIONS(150), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [438] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(152), 1,
      ts_builtin_sym_end,
    ACTIONS(154), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [458] = 7,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(156), 1,
      ts_builtin_sym_end,
    ACTIONS(160), 1,
      sym_config_id,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(41), 1,
      sym__argument,
    ACTIONS(158), 3,
      anon_sym_LF,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
    ACTIONS(163), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [486] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(166), 1,
      ts_builtin_sym_end,
    ACTIONS(168), 1,
      anon_sym_LF,
    STATE(18), 2,
      sym__argument,
      aux_sym_definition_repeat1,
    ACTIONS(116), 7,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [512] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(170), 1,
      ts_builtin_sym_end,
    ACTIONS(172), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [532] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(174), 1,
      ts_builtin_sym_end,
    ACTIONS(176), 1,
      anon_sym_LF,
    STATE(12), 2,
      sym__argument,
      aux_sym_definition_repeat1,
    ACTIONS(178), 7,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [558] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(180), 1,
      anon_sym_LF,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(31), 1,
      sym_body,
    STATE(41), 1,
      sym__argument,
    STATE(59), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [590] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(182), 1,
      anon_sym_LF,
    STATE(32), 1,
      sym_body,
    STATE(33), 1,
      aux_sym_statement_repeat2,
    STATE(41), 1,
      sym__argument,
    STATE(57), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [622] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(184), 1,
      ts_builtin_sym_end,
    ACTIONS(186), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [642] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(188), 1,
      ts_builtin_sym_end,
    ACTIONS(190), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [662] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(192), 1,
      ts_builtin_sym_end,
    ACTIONS(194), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [682] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(196), 1,
      ts_builtin_sym_end,
    ACTIONS(198), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [702] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(192), 1,
      ts_builtin_sym_end,
    ACTIONS(194), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [722] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(200), 1,
      ts_builtin_sym_end,
    ACTIONS(202), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [742] = 9,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(61), 1,
      anon_sym_LBRACE,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(204), 1,
      anon_sym_LF,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(36), 1,
      sym_body,
    STATE(41), 1,
      sym__argument,
    STATE(61), 1,
      aux_sym_block_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [774] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(206), 1,
      ts_builtin_sym_end,
    ACTIONS(208), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [794] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(206), 1,
      ts_builtin_sym_end,
    ACTIONS(208), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [814] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(210), 1,
      ts_builtin_sym_end,
    ACTIONS(212), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [834] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(214), 1,
      ts_builtin_sym_end,
    ACTIONS(216), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [854] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(218), 1,
      ts_builtin_sym_end,
    ACTIONS(220), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [874] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(222), 1,
      ts_builtin_sym_end,
    ACTIONS(224), 11,
      anon_sym_LF,
      anon_sym_RBRACE,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [894] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(228), 2,
      sym_config_id,
      sym_sequence,
    STATE(40), 2,
      sym__prefix,
      aux_sym_statement_repeat1,
    ACTIONS(226), 7,
      sym_include_directive,
      sym_definition_name,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [915] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(231), 1,
      ts_builtin_sym_end,
    ACTIONS(233), 9,
      anon_sym_LF,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_config_id,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [933] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(95), 1,
      sym_word,
    STATE(48), 1,
      sym__first,
    ACTIONS(90), 4,
      sym_include_directive,
      sym_definition_name,
      sym_config_id,
      sym_sequence,
    ACTIONS(92), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [955] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(235), 1,
      ts_builtin_sym_end,
    ACTIONS(237), 9,
      anon_sym_LF,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_config_id,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [973] = 3,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(239), 1,
      ts_builtin_sym_end,
    ACTIONS(241), 9,
      anon_sym_LF,
      anon_sym_LBRACE,
      anon_sym_RBRACE,
      sym_config_id,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [991] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(19), 1,
      sym_word,
    STATE(26), 1,
      sym__first,
    ACTIONS(243), 2,
      sym_config_id,
      sym_sequence,
    STATE(47), 2,
      sym__prefix,
      aux_sym_statement_repeat1,
    ACTIONS(245), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [1015] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(247), 1,
      anon_sym_LF,
    STATE(52), 1,
      aux_sym_block_repeat2,
    ACTIONS(249), 7,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1034] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(251), 2,
      sym_config_id,
      sym_sequence,
    STATE(47), 2,
      sym__prefix,
      aux_sym_statement_repeat1,
    ACTIONS(226), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1053] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(254), 1,
      anon_sym_LBRACE,
    STATE(41), 1,
      sym__argument,
    STATE(51), 1,
      aux_sym_statement_repeat2,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1076] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(247), 1,
      anon_sym_LF,
    STATE(52), 1,
      aux_sym_block_repeat2,
    ACTIONS(256), 7,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1095] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(258), 1,
      sym_config_id,
    STATE(50), 2,
      sym_alternative,
      aux_sym_block_repeat1,
    ACTIONS(261), 6,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1114] = 6,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(65), 1,
      sym_config_id,
    ACTIONS(263), 1,
      anon_sym_LBRACE,
    STATE(21), 1,
      aux_sym_statement_repeat2,
    STATE(41), 1,
      sym__argument,
    ACTIONS(67), 5,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1137] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(265), 1,
      anon_sym_LF,
    STATE(52), 1,
      aux_sym_block_repeat2,
    ACTIONS(268), 7,
      sym_config_id,
      sym_sequence,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
      sym_word,
  [1156] = 5,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(95), 1,
      sym_word,
    STATE(48), 1,
      sym__first,
    ACTIONS(90), 2,
      sym_config_id,
      sym_sequence,
    ACTIONS(92), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [1176] = 4,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(19), 1,
      sym_word,
    STATE(48), 1,
      sym__first,
    ACTIONS(270), 4,
      sym_string,
      sym_variable,
      sym_number,
      sym_address,
  [1192] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(28), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1208] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(30), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1224] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(37), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1240] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(34), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1256] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(35), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1272] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(39), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1288] = 5,
    ACTIONS(272), 1,
      anon_sym_LF,
    ACTIONS(274), 1,
      anon_sym_LBRACE,
    ACTIONS(276), 1,
      sym_comment,
    STATE(38), 1,
      sym_body,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1304] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(278), 3,
      ts_builtin_sym_end,
      anon_sym_LF,
      anon_sym_RBRACE,
  [1313] = 4,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(280), 1,
      anon_sym_LF,
    ACTIONS(283), 1,
      anon_sym_LBRACE,
    STATE(63), 1,
      aux_sym_block_repeat2,
  [1326] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(285), 3,
      ts_builtin_sym_end,
      anon_sym_LF,
      anon_sym_RBRACE,
  [1335] = 3,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(287), 1,
      anon_sym_LF,
    ACTIONS(23), 2,
      ts_builtin_sym_end,
      anon_sym_RBRACE,
  [1346] = 3,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(287), 1,
      anon_sym_LF,
    ACTIONS(126), 2,
      ts_builtin_sym_end,
      anon_sym_RBRACE,
  [1357] = 3,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(289), 1,
      anon_sym_LF,
    STATE(46), 1,
      aux_sym_block_repeat2,
  [1367] = 3,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(291), 1,
      anon_sym_LF,
    STATE(49), 1,
      aux_sym_block_repeat2,
  [1377] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(293), 1,
      ts_builtin_sym_end,
  [1384] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(295), 1,
      sym_path,
  [1391] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(297), 1,
      ts_builtin_sym_end,
  [1398] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(299), 1,
      anon_sym_RBRACE,
  [1405] = 2,
    ACTIONS(276), 1,
      sym_comment,
    ACTIONS(287), 1,
      anon_sym_LF,
  [1412] = 2,
    ACTIONS(3), 1,
      sym_comment,
    ACTIONS(301), 1,
      sym_path,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(5)] = 0,
  [SMALL_STATE(6)] = 38,
  [SMALL_STATE(7)] = 76,
  [SMALL_STATE(8)] = 114,
  [SMALL_STATE(9)] = 152,
  [SMALL_STATE(10)] = 180,
  [SMALL_STATE(11)] = 210,
  [SMALL_STATE(12)] = 240,
  [SMALL_STATE(13)] = 266,
  [SMALL_STATE(14)] = 286,
  [SMALL_STATE(15)] = 306,
  [SMALL_STATE(16)] = 334,
  [SMALL_STATE(17)] = 360,
  [SMALL_STATE(18)] = 392,
  [SMALL_STATE(19)] = 418,
  [SMALL_STATE(20)] = 438,
  [SMALL_STATE(21)] = 458,
  [SMALL_STATE(22)] = 486,
  [SMALL_STATE(23)] = 512,
  [SMALL_STATE(24)] = 532,
  [SMALL_STATE(25)] = 558,
  [SMALL_STATE(26)] = 590,
  [SMALL_STATE(27)] = 622,
  [SMALL_STATE(28)] = 642,
  [SMALL_STATE(29)] = 662,
  [SMALL_STATE(30)] = 682,
  [SMALL_STATE(31)] = 702,
  [SMALL_STATE(32)] = 722,
  [SMALL_STATE(33)] = 742,
  [SMALL_STATE(34)] = 774,
  [SMALL_STATE(35)] = 794,
  [SMALL_STATE(36)] = 814,
  [SMALL_STATE(37)] = 834,
  [SMALL_STATE(38)] = 854,
  [SMALL_STATE(39)] = 874,
  [SMALL_STATE(40)] = 894,
  [SMALL_STATE(41)] = 915,
  [SMALL_STATE(42)] = 933,
  [SMALL_STATE(43)] = 955,
  [SMALL_STATE(44)] = 973,
  [SMALL_STATE(45)] = 991,
  [SMALL_STATE(46)] = 1015,
  [SMALL_STATE(47)] = 1034,
  [SMALL_STATE(48)] = 1053,
  [SMALL_STATE(49)] = 1076,
  [SMALL_STATE(50)] = 1095,
  [SMALL_STATE(51)] = 1114,
  [SMALL_STATE(52)] = 1137,
  [SMALL_STATE(53)] = 1156,
  [SMALL_STATE(54)] = 1176,
  [SMALL_STATE(55)] = 1192,
  [SMALL_STATE(56)] = 1208,
  [SMALL_STATE(57)] = 1224,
  [SMALL_STATE(58)] = 1240,
  [SMALL_STATE(59)] = 1256,
  [SMALL_STATE(60)] = 1272,
  [SMALL_STATE(61)] = 1288,
  [SMALL_STATE(62)] = 1304,
  [SMALL_STATE(63)] = 1313,
  [SMALL_STATE(64)] = 1326,
  [SMALL_STATE(65)] = 1335,
  [SMALL_STATE(66)] = 1346,
  [SMALL_STATE(67)] = 1357,
  [SMALL_STATE(68)] = 1367,
  [SMALL_STATE(69)] = 1377,
  [SMALL_STATE(70)] = 1384,
  [SMALL_STATE(71)] = 1391,
  [SMALL_STATE(72)] = 1398,
  [SMALL_STATE(73)] = 1405,
  [SMALL_STATE(74)] = 1412,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = false}}, SHIFT_EXTRA(),
  [5] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_source_file, 0),
  [7] = {.entry = {.count = 1, .reusable = false}}, SHIFT(3),
  [9] = {.entry = {.count = 1, .reusable = false}}, SHIFT(74),
  [11] = {.entry = {.count = 1, .reusable = false}}, SHIFT(24),
  [13] = {.entry = {.count = 1, .reusable = false}}, SHIFT(9),
  [15] = {.entry = {.count = 1, .reusable = false}}, SHIFT(10),
  [17] = {.entry = {.count = 1, .reusable = false}}, SHIFT(5),
  [19] = {.entry = {.count = 1, .reusable = false}}, SHIFT(43),
  [21] = {.entry = {.count = 1, .reusable = false}}, SHIFT(19),
  [23] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__items, 1),
  [25] = {.entry = {.count = 1, .reusable = false}}, SHIFT(4),
  [27] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__items, 1),
  [29] = {.entry = {.count = 1, .reusable = false}}, SHIFT(15),
  [31] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__items_repeat1, 2),
  [33] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(4),
  [36] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2),
  [38] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(74),
  [41] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(24),
  [44] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(42),
  [47] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(10),
  [50] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(5),
  [53] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__items_repeat1, 2), SHIFT_REPEAT(43),
  [56] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_statement, 1, .production_id = 3),
  [58] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym_statement, 1, .production_id = 3), SHIFT(60),
  [61] = {.entry = {.count = 1, .reusable = false}}, SHIFT(2),
  [63] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_statement, 1, .production_id = 3),
  [65] = {.entry = {.count = 1, .reusable = false}}, SHIFT(44),
  [67] = {.entry = {.count = 1, .reusable = false}}, SHIFT(41),
  [69] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_statement, 2, .production_id = 8),
  [71] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym_statement, 2, .production_id = 8), SHIFT(55),
  [74] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_statement, 2, .production_id = 8),
  [76] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_statement, 2, .production_id = 10),
  [78] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym_statement, 2, .production_id = 10), SHIFT(56),
  [81] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_statement, 2, .production_id = 10),
  [83] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_statement, 3, .production_id = 16),
  [85] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym_statement, 3, .production_id = 16), SHIFT(58),
  [88] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_statement, 3, .production_id = 16),
  [90] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__prefix, 1),
  [92] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym__prefix, 1), SHIFT(48),
  [95] = {.entry = {.count = 2, .reusable = false}}, REDUCE(sym__prefix, 1), SHIFT(43),
  [98] = {.entry = {.count = 1, .reusable = false}}, SHIFT(70),
  [100] = {.entry = {.count = 1, .reusable = false}}, SHIFT(16),
  [102] = {.entry = {.count = 1, .reusable = false}}, SHIFT(40),
  [104] = {.entry = {.count = 1, .reusable = false}}, SHIFT(7),
  [106] = {.entry = {.count = 1, .reusable = false}}, SHIFT(53),
  [108] = {.entry = {.count = 1, .reusable = false}}, SHIFT(45),
  [110] = {.entry = {.count = 1, .reusable = false}}, SHIFT(17),
  [112] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_definition, 2, .production_id = 1),
  [114] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_definition, 2, .production_id = 1),
  [116] = {.entry = {.count = 1, .reusable = false}}, SHIFT(18),
  [118] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__ended, 2),
  [120] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__ended, 2),
  [122] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 2, .production_id = 6),
  [124] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 2, .production_id = 6),
  [126] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__items, 2),
  [128] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__items, 2),
  [130] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_definition, 2, .production_id = 9),
  [132] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_definition, 2, .production_id = 9),
  [134] = {.entry = {.count = 1, .reusable = false}}, SHIFT(22),
  [136] = {.entry = {.count = 1, .reusable = false}}, SHIFT(56),
  [138] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_definition_repeat1, 2),
  [140] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_definition_repeat1, 2),
  [142] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_definition_repeat1, 2), SHIFT_REPEAT(18),
  [145] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_definition_repeat1, 2), SHIFT_REPEAT(44),
  [148] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_body, 2),
  [150] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_body, 2),
  [152] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 3, .production_id = 11),
  [154] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 3, .production_id = 11),
  [156] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_statement_repeat2, 2, .production_id = 12),
  [158] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_statement_repeat2, 2, .production_id = 12),
  [160] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_statement_repeat2, 2, .production_id = 12), SHIFT_REPEAT(44),
  [163] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_statement_repeat2, 2, .production_id = 12), SHIFT_REPEAT(41),
  [166] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_definition, 3, .production_id = 9),
  [168] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_definition, 3, .production_id = 9),
  [170] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 3, .production_id = 15),
  [172] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 3, .production_id = 15),
  [174] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_definition, 1, .production_id = 1),
  [176] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_definition, 1, .production_id = 1),
  [178] = {.entry = {.count = 1, .reusable = false}}, SHIFT(12),
  [180] = {.entry = {.count = 1, .reusable = false}}, SHIFT(59),
  [182] = {.entry = {.count = 1, .reusable = false}}, SHIFT(57),
  [184] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_body, 3),
  [186] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_body, 3),
  [188] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 4, .production_id = 17),
  [190] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 4, .production_id = 17),
  [192] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 4, .production_id = 18),
  [194] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 4, .production_id = 18),
  [196] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 4, .production_id = 19),
  [198] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 4, .production_id = 19),
  [200] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 4, .production_id = 20),
  [202] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 4, .production_id = 20),
  [204] = {.entry = {.count = 1, .reusable = false}}, SHIFT(61),
  [206] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 5, .production_id = 21),
  [208] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 5, .production_id = 21),
  [210] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 5, .production_id = 22),
  [212] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 5, .production_id = 22),
  [214] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 5, .production_id = 23),
  [216] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 5, .production_id = 23),
  [218] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 6, .production_id = 24),
  [220] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 6, .production_id = 24),
  [222] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_block, 3, .production_id = 13),
  [224] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_block, 3, .production_id = 13),
  [226] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_statement_repeat1, 2),
  [228] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_statement_repeat1, 2), SHIFT_REPEAT(40),
  [231] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_statement_repeat2, 1, .production_id = 7),
  [233] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_statement_repeat2, 1, .production_id = 7),
  [235] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__first, 1, .production_id = 2),
  [237] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__first, 1, .production_id = 2),
  [239] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__argument, 1, .production_id = 5),
  [241] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__argument, 1, .production_id = 5),
  [243] = {.entry = {.count = 1, .reusable = false}}, SHIFT(47),
  [245] = {.entry = {.count = 1, .reusable = false}}, SHIFT(26),
  [247] = {.entry = {.count = 1, .reusable = false}}, SHIFT(52),
  [249] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_alternative, 4, .dynamic_precedence = 1, .production_id = 10),
  [251] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_statement_repeat1, 2), SHIFT_REPEAT(47),
  [254] = {.entry = {.count = 1, .reusable = false}}, SHIFT(67),
  [256] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_alternative, 5, .dynamic_precedence = 1, .production_id = 16),
  [258] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_block_repeat1, 2), SHIFT_REPEAT(54),
  [261] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_block_repeat1, 2),
  [263] = {.entry = {.count = 1, .reusable = false}}, SHIFT(68),
  [265] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_block_repeat2, 2), SHIFT_REPEAT(52),
  [268] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_block_repeat2, 2),
  [270] = {.entry = {.count = 1, .reusable = false}}, SHIFT(48),
  [272] = {.entry = {.count = 1, .reusable = true}}, SHIFT(63),
  [274] = {.entry = {.count = 1, .reusable = true}}, SHIFT(2),
  [276] = {.entry = {.count = 1, .reusable = true}}, SHIFT_EXTRA(),
  [278] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_include, 2, .production_id = 4),
  [280] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_block_repeat2, 2), SHIFT_REPEAT(63),
  [283] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_block_repeat2, 2),
  [285] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_include, 3, .production_id = 14),
  [287] = {.entry = {.count = 1, .reusable = true}}, SHIFT(13),
  [289] = {.entry = {.count = 1, .reusable = true}}, SHIFT(46),
  [291] = {.entry = {.count = 1, .reusable = true}}, SHIFT(49),
  [293] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_source_file, 1),
  [295] = {.entry = {.count = 1, .reusable = true}}, SHIFT(64),
  [297] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
  [299] = {.entry = {.count = 1, .reusable = true}}, SHIFT(27),
  [301] = {.entry = {.count = 1, .reusable = true}}, SHIFT(62),
};

#ifdef __cplusplus
extern "C" {
#endif
#ifdef _WIN32
#define extern __declspec(dllexport)
#endif

extern const TSLanguage *tree_sitter_keepalived(void) {
  static const TSLanguage language = {
    .version = LANGUAGE_VERSION,
    .symbol_count = SYMBOL_COUNT,
    .alias_count = ALIAS_COUNT,
    .token_count = TOKEN_COUNT,
    .external_token_count = EXTERNAL_TOKEN_COUNT,
    .state_count = STATE_COUNT,
    .large_state_count = LARGE_STATE_COUNT,
    .production_id_count = PRODUCTION_ID_COUNT,
    .field_count = FIELD_COUNT,
    .max_alias_sequence_length = MAX_ALIAS_SEQUENCE_LENGTH,
    .parse_table = &ts_parse_table[0][0],
    .small_parse_table = ts_small_parse_table,
    .small_parse_table_map = ts_small_parse_table_map,
    .parse_actions = ts_parse_actions,
    .symbol_names = ts_symbol_names,
    .field_names = ts_field_names,
    .field_map_slices = ts_field_map_slices,
    .field_map_entries = ts_field_map_entries,
    .symbol_metadata = ts_symbol_metadata,
    .public_symbol_map = ts_symbol_map,
    .alias_map = ts_non_terminal_alias_map,
    .alias_sequences = &ts_alias_sequences[0][0],
    .lex_modes = ts_lex_modes,
    .lex_fn = ts_lex,
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
