// Prints what the tree-sitter grammar makes of a text: `print tree FILE…` a tree for each file, `print query QUERY FILE…`
// each capture of a query as first byte, last byte and name. Exits with 2 where a query does not fit the grammar.
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_keepalived(void);

static char *read_file(const char *path, uint32_t *length) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc((size_t)size + 1);
  *length = (uint32_t)fread(text, 1, (size_t)size, file);
  text[*length] = 0;
  fclose(file);
  return text;
}

// The library leaves predicates to its users: these are the two that the queries have.
static bool holds(TSQuery *query, TSQueryMatch *match, const char *text) {
  uint32_t count, length;
  const TSQueryPredicateStep *steps = ts_query_predicates_for_pattern(query, match->pattern_index, &count);
  for (uint32_t start = 0, end; start < count; start = end + 1) {
    for (end = start; steps[end].type != TSQueryPredicateStepTypeDone;) end++;
    const char *name = ts_query_string_value_for_id(query, steps[start].value_id, &length);
    bool any_of = strcmp(name, "any-of?") == 0, matches = strcmp(name, "match?") == 0;
    if (!any_of && !matches) continue;
    for (uint16_t i = 0; i < match->capture_count; i++) {
      if (match->captures[i].index != steps[start + 1].value_id) continue;
      uint32_t from = ts_node_start_byte(match->captures[i].node);
      char *word = strndup(text + from, ts_node_end_byte(match->captures[i].node) - from);
      bool found = false;
      for (uint32_t at = start + 2; at < end && !found; at++) {
        const char *value = ts_query_string_value_for_id(query, steps[at].value_id, &length);
        if (any_of) {
          found = strcmp(value, word) == 0;
        } else {
          regex_t expression;
          if (regcomp(&expression, value, REG_EXTENDED | REG_NOSUB) != 0) exit(2);
          found = regexec(&expression, word, 0, NULL, 0) == 0;
          regfree(&expression);
        }
      }
      free(word);
      if (!found) return false;
    }
  }
  return true;
}

static void print_captures(TSQuery *query, TSNode root, const char *text) {
  TSQueryCursor *cursor = ts_query_cursor_new();
  ts_query_cursor_exec(cursor, query, root);
  TSQueryMatch match;
  uint32_t index;
  while (ts_query_cursor_next_capture(cursor, &match, &index)) {
    TSQueryCapture capture = match.captures[index];
    uint32_t length;
    const char *name = ts_query_capture_name_for_id(query, capture.index, &length);
    if (name[0] == '_' || !holds(query, &match, text)) continue;
    printf("%u\t%u\t%s\n", ts_node_start_byte(capture.node), ts_node_end_byte(capture.node), name);
  }
  ts_query_cursor_delete(cursor);
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  int is_query = strcmp(argv[1], "query") == 0;
  TSQuery *query = NULL;
  if (is_query) {
    uint32_t length, offset;
    TSQueryError error;
    char *source = read_file(argv[2], &length);
    query = ts_query_new(tree_sitter_keepalived(), source, length, &offset, &error);
    if (query == NULL) {
      fprintf(stderr, "%s: error %d at byte %u: %.60s\n", argv[2], error, offset, source + offset);
      return 2;
    }
  }
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_keepalived())) {
    fprintf(stderr, "the parser was generated for another version of tree-sitter\n");
    return 2;
  }
  for (int i = is_query ? 3 : 2; i < argc; i++) {
    uint32_t length;
    char *text = read_file(argv[i], &length);
    TSTree *tree = ts_parser_parse_string(parser, NULL, text, length);
    TSNode root = ts_tree_root_node(tree);
    if (is_query) {
      print_captures(query, root, text);
    } else {
      char *printed = ts_node_string(root);
      printf("%s\t%s\n", argv[i], printed);
      free(printed);
    }
    ts_tree_delete(tree);
    free(text);
  }
  ts_parser_delete(parser);
  return 0;
}
