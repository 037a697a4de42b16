import { count, name, truth } from "./arguments.js";
import { checkerOptions } from "./checker-options.js";
import type { KeywordEntry, SharedEntry } from "./entry.js";

/** The same in HTTP_GET and SSL_GET. */
const httpOptions = {
  nb_get_retry: {
    name: "nb_get_retry",
    kind: "option",
    summary: "Old name of `retry`. It works, but every use is a configuration error. Rename it.",
    arguments: [count],
    badValue: "ignored",
  },
  virtualhost: {
    name: "virtualhost",
    kind: "option",
    arguments: [name],
    default: "the address",
    inherits: ["virtual_server/real_server/virtualhost", "virtual_server/virtualhost"],
    missingArgument: "error",
    repetition: "last-wins-reported",
    differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
    variants: [{ until: "2.2.7", repetition: "last-wins" }],
  },
  http_protocol: {
    name: "http_protocol",
    kind: "option",
    summary:
      "HTTP version of the request: `1.0` (default), `1.0C` with a `Connection: close` header, or `1.1`, which also sends that header. keepalived reads until the server closes the connection, so choose one of the latter two if checks end in read timeouts. Since 2.0.17.",
    arguments: [
      {
        name: "version",
        type: "enum",
        values: [
          { value: "1.0", summary: "HTTP/1.0 request without a `Connection` header; the default." },
          { value: "1.1", summary: "HTTP/1.1 request with `Connection: close`." },
          {
            value: "1.0C",
            summary:
              "HTTP/1.0 request with `Connection: close`, for servers that would otherwise keep the connection open.",
          },
          { value: "1.0c", summary: "Same as `1.0C`: HTTP/1.0 request with `Connection: close`." },
        ],
        caseSensitive: true,
      },
    ],
    default: "1.0",
    missingArgument: "error",
    badValue: "ignored",
  },
  enable_sni: {
    name: "enable_sni",
    kind: "option",
    arguments: [truth],
    default: "false",
    missingArgument: "allowed",
    badValue: "ignored",
    features: ["sni"],
  },
  sni_name: {
    name: "sni_name",
    kind: "option",
    arguments: [{ name: "name", type: "string", optional: true, default: "the virtualhost" }],
    missingArgument: "allowed",
    repetition: "last-wins-reported",
    features: ["sni"],
    note: "Turns on enable_sni.",
  },
  fast_recovery: {
    name: "fast_recovery",
    kind: "option",
    summary:
      "Fetches all URLs without a pause after a start, or once a failed URL works again, instead of one per `delay_loop`, so the server returns sooner. Off by default. Since 2.0.17.",
    arguments: [truth],
    default: "false",
    missingArgument: "allowed",
    badValue: "ignored",
  },
} as const satisfies Record<string, SharedEntry>;

/** The same in the url blocks of both. */
const urlOptions = {
  path: {
    name: "path",
    kind: "option",
    summary:
      "Request path, with the query if any, such as `/health`. Quote it if it contains `#` or `!`, which otherwise start a comment and truncate it. Redirects are not followed.",
    arguments: [{ name: "path", type: "string" }],
    required: "always",
    repetition: "last-wins-reported",
    differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
    variants: [{ until: "2.2.7", repetition: "last-wins" }],
  },
  digest: {
    name: "digest",
    kind: "option",
    summary:
      "MD5 of the expected body as 32 hex digits; compute it with `genhash`. The status code must match too. Any change of the page fails the check, so it suits static pages only.",
    arguments: [{ name: "md5", type: "hex", exactLength: 32 }],
    badValue: "ignored",
    repetition: "first-wins",
  },
  status_code: {
    name: "status_code",
    kind: "option",
    summary:
      "Status codes that count as success, single or as ranges: `200 204 300-399`. 200 to 299 by default; several lines add up. A redirect is not followed, so its own code must be listed.",
    arguments: [
      {
        name: "code",
        type: "uint-or-range",
        min: 100,
        max: 599,
        variadic: true,
        note: "One code or a range such as 200-299.",
      },
    ],
    default: "200-299",
    missingArgument: "allowed",
    badValue: "word-ignored",
    surplusWords: "variadic",
    note: "Without a code, the line has no effect.",
  },
  virtualhost: {
    name: "virtualhost",
    kind: "option",
    arguments: [name],
    missingArgument: "error",
    repetition: "last-wins-reported",
    differences: [{ version: "2.2.8", note: "A second one is reported; before, it replaced the first silently." }],
    variants: [{ until: "2.2.7", repetition: "last-wins" }],
  },
  regex: {
    name: "regex",
    kind: "option",
    summary:
      "PCRE2 pattern that must occur in the answer, possibly including the headers. Backslashes are processed before PCRE2 sees them: write `\\\\d` for `\\d`. Quote it if it contains spaces or braces. A pattern that does not compile is only logged, not reported by `keepalived -t`. Since 2.0.7.",
    arguments: [{ name: "pattern", type: "regex", note: "PCRE2 syntax. Quote it when it contains spaces." }],
    missingArgument: "error",
    repetition: "last-wins-reported",
    surplusWords: "error-line-dropped",
    splitter: "escaped",
    features: ["regex"],
    differences: [
      {
        version: "2.2.8",
        note: "A missing pattern, extra words and a second line are reported; before, only in the log or not at all.",
      },
    ],
    variants: [{ until: "2.2.7", missingArgument: "logged", repetition: "last-wins", surplusWords: "logged" }],
  },
  regex_no_match: {
    name: "regex_no_match",
    kind: "flag",
    summary:
      "Inverts the test: the check fails if `regex` occurs in the answer. As the headers may be searched too, choose a pattern that cannot occur there.",
    features: ["regex"],
  },
  regex_options: {
    name: "regex_options",
    kind: "option",
    summary:
      "PCRE2 compile options for `regex`, for example `caseless` or `multiline`, separated by spaces. A misspelled option is ignored silently; without `regex` they are cleared with a log message.",
    arguments: [
      {
        name: "option",
        type: "enum",
        values: [
          {
            value: "allow_empty_class",
            summary: "Lets `[]` stand for a class that matches nothing, as in JavaScript.",
          },
          { value: "alt_bsux", summary: "Reads `\\u`, `\\U` and `\\x` as JavaScript does." },
          {
            value: "auto_callout",
            summary: "Inserts callouts before every item of the pattern; keepalived does not use them.",
          },
          { value: "caseless", summary: "Ignores the difference between upper and lower case." },
          { value: "dollar_endonly", summary: "Lets `$` match only at the very end, not before a final newline." },
          { value: "dotall", summary: "Lets `.` match newlines, too." },
          { value: "dupnames", summary: "Allows several groups with the same name." },
          { value: "extended", summary: "Ignores white space and `#` comments in the pattern." },
          { value: "firstline", summary: "Requires the match to begin in the first line." },
          {
            value: "match_unset_backref",
            summary: "Lets a reference to an unset group match the empty string.",
          },
          { value: "multiline", summary: "Lets `^` and `$` match at the start and end of every line." },
          { value: "never_ucp", summary: "Forbids the pattern to enable Unicode properties itself." },
          { value: "never_utf", summary: "Forbids the pattern to enable UTF mode itself." },
          { value: "no_auto_capture", summary: "Makes plain parentheses non-capturing; named groups still capture." },
          {
            value: "no_auto_possess",
            summary: "Disables the automatic conversion of repeats to possessive ones, an optimisation.",
          },
          {
            value: "no_dotstar_anchor",
            summary: "Disables the special treatment of patterns that start with `.*`, an optimisation.",
          },
          {
            value: "no_start_optimize",
            summary: "Disables the optimisations that find possible starting points quickly.",
          },
          { value: "ucp", summary: "Makes `\\d`, `\\w`, `\\s` and the like use Unicode properties instead of ASCII." },
          { value: "ungreedy", summary: "Makes repeats match as little as possible unless a `?` follows." },
          { value: "utf", summary: "Treats pattern and answer as UTF-8." },
          { value: "never_backslash_c", summary: "Forbids `\\C` (a single code unit) in the pattern." },
          {
            value: "alt_circumflex",
            summary: "With `multiline`, also lets `^` match after a newline at the very end.",
          },
          {
            value: "alt_verbnames",
            summary: "Processes backslashes in the names of control verbs such as `(*MARK:…)`.",
          },
          {
            value: "use_offset_limit",
            summary:
              "Allows the pattern to be used with an offset limit; keepalived sets none, so it has no effect here.",
          },
        ],
        caseSensitive: true,
        variadic: true,
      },
    ],
    missingArgument: "allowed",
    badValue: "silent",
    surplusWords: "variadic",
    features: ["regex"],
  },
  regex_min_offset: {
    name: "regex_min_offset",
    kind: "option",
    summary:
      "Byte offset in the received data from which `regex` may match; 0 by default. Saves time on large pages. If it exceeds `regex_max_offset`, both are dropped, which is only logged.",
    arguments: [{ name: "offset", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" }],
    missingArgument: "logged",
    badValue: "logged",
    surplusWords: "logged",
    features: ["regex"],
  },
  regex_max_offset: {
    name: "regex_max_offset",
    kind: "option",
    summary:
      "Last byte offset in the received data at which a match of `regex` may begin; unlimited by default. Errors in it are only logged.",
    arguments: [{ name: "offset", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" }],
    missingArgument: "logged",
    badValue: "logged",
    surplusWords: "logged",
    features: ["regex"],
  },
  regex_stack: {
    name: "regex_stack",
    kind: "option",
    summary:
      "Initial and maximum size, in bytes, of the stack that PCRE2's compiled patterns may use; needed only for complex patterns on large pages. The largest values of all URLs apply to every URL that sets it. Requires PCRE2 with JIT; errors are only logged.",
    arguments: [
      { name: "start", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" },
      { name: "max", type: "uint", min: 0, max: 2 ** 64, exactMax: "18446744073709551615" },
    ],
    missingArgument: "logged",
    badValue: "logged",
    surplusWords: "logged",
    features: ["regex", "regex-jit"],
  },
} as const satisfies Record<string, SharedEntry>;

/** A page to fetch; `own`: what only URLs of one of the checks have. */
function urlWith(virtualhost: Text, own: readonly KeywordEntry[]): KeywordEntry {
  return {
    name: "url",
    kind: "block",
    since: "1.0.0",
    summary:
      "One page to fetch: its `path` and the conditions that the answer must meet. All given conditions must be met; without any, a status code from 200 to 299 suffices. A block without `path` is dropped.",
    required: "always",
    children: [
      { ...urlOptions.path, since: "1.0.0" },
      { ...urlOptions.digest, since: "1.0.0" },
      { ...urlOptions.status_code, since: "1.0.0" },
      {
        ...urlOptions.virtualhost,
        since: "1.3.6",
        ...virtualhost,
      },
      { ...urlOptions.regex, since: "2.0.7" },
      { ...urlOptions.regex_no_match, since: "2.0.7" },
      { ...urlOptions.regex_options, since: "2.0.7" },
      { ...urlOptions.regex_min_offset, since: "2.0.7" },
      { ...urlOptions.regex_max_offset, since: "2.0.7" },
      { ...urlOptions.regex_stack, since: "2.0.7" },
      ...own,
    ],
  };
}

interface Text {
  readonly summary: string;
}

/** What the two say differently of keywords that both have. */
interface WebCheckTexts {
  readonly block: Text;
  readonly connect_timeout: Text;
  readonly virtualhost: Text;
  readonly enable_sni: Text;
  readonly sni_name: Text;
  readonly urlVirtualhost: Text;
}

/** `own`: what the check and its URLs have besides. */
function webCheck(
  name: "HTTP_GET" | "SSL_GET",
  texts: WebCheckTexts,
  own: { readonly check: readonly KeywordEntry[]; readonly url: readonly KeywordEntry[] },
): KeywordEntry {
  return {
    name,
    kind: "block",
    since: "1.0.0",
    ...texts.block,
    note: "Words between the keyword and the brace are ignored.",
    children: [
      { ...checkerOptions.connect_ip, since: "1.2.13" },
      { ...checkerOptions.connect_port, since: "1.0.0" },
      { ...checkerOptions.bindto, since: "1.1.2" },
      { ...checkerOptions.bind_port, since: "1.2.13" },
      { ...checkerOptions.bind_if, since: "1.3.7" },
      {
        ...checkerOptions.connect_timeout,
        since: "1.0.0",
        ...texts.connect_timeout,
      },
      { ...checkerOptions.fwmark, since: "1.2.13" },
      {
        ...checkerOptions.retry,
        since: "1.3.7",
        summary:
          "Number of further fetches of a failed URL before the server is taken out of service; defaults to the real server's value, else 1. `0` acts on the first failure. There are no retries right after a start or while the server is down.",
        default: "1",
      },
      {
        ...checkerOptions.delay_before_retry,
        since: "1.0.0",
        summary:
          "Seconds before a failed URL is fetched again; defaults to the real server's value, else 3. While the server is down, the longer of this and `delay_loop` applies.",
        default: "3",
      },
      { ...checkerOptions.warmup, since: "1.2.13" },
      {
        ...checkerOptions.delay_loop,
        since: "1.3.7",
        summary:
          "Seconds between two fetches, each of the next URL in turn; defaults to the real server's value, else 60. With five URLs and 10 s, a given page is fetched every 50 s.",
      },
      { ...checkerOptions.alpha, since: "1.3.7" },
      { ...checkerOptions.log_all_failures, since: "2.0.11" },
      {
        ...httpOptions.nb_get_retry,
        since: "1.0.0",
        aliasOf: "retry",
        deprecated: { since: "2.0.15", replacement: `virtual_server/real_server/${name}/retry`, reported: "error" },
      },
      {
        ...httpOptions.virtualhost,
        since: "1.3.6",
        ...texts.virtualhost,
      },
      { ...httpOptions.http_protocol, since: "2.0.17" },
      {
        ...httpOptions.enable_sni,
        since: "1.4.3",
        ...texts.enable_sni,
      },
      {
        ...httpOptions.sni_name,
        since: "2.4.4",
        ...texts.sni_name,
      },
      { ...httpOptions.fast_recovery, since: "2.0.17" },
      ...own.check,
      urlWith(texts.urlVirtualhost, own.url),
    ],
  };
}

export const httpGet = webCheck(
  "HTTP_GET",
  {
    block: {
      summary:
        "Fetches one or more URLs over plain HTTP and checks the status code, a body digest or a pattern. One URL is fetched per `delay_loop`, so with several URLs a full round takes that many times longer. At least one `url` is required, and the server must close the connection after its answer.",
    },
    connect_timeout: {
      summary:
        "Seconds to wait for the connection, and again for each piece of the answer, so a slow page may take longer in all; defaults to the real server's value, else 5.",
    },
    virtualhost: {
      summary:
        "Host name to send in the request unless the URL has its own; by default that of the real server, then of the virtual server, else address and port.",
    },
    enable_sni: {
      summary: "Accepted but without effect here, because plain HTTP has no TLS handshake; meant for `SSL_GET`.",
    },
    sni_name: {
      summary: "Accepted but without effect here, because plain HTTP has no TLS handshake; meant for `SSL_GET`.",
    },
    urlVirtualhost: {
      summary:
        "Host name to send with this request; by default that of the check, then of the real server, then of the virtual server, else address and port.",
    },
  },
  { check: [], url: [] },
);

export const sslGet = webCheck(
  "SSL_GET",
  {
    block: {
      summary:
        "Like `HTTP_GET`, but over TLS. The server's certificate is never verified, so expired or wrong ones pass. Servers that select a site by name need `enable_sni`. One URL is fetched per `delay_loop`; a client certificate is set in the `SSL` block.",
    },
    connect_timeout: {
      summary:
        "Seconds to wait for connection and TLS handshake together, and again for the answer; defaults to the real server's value, else 5.",
    },
    virtualhost: {
      summary:
        "Host name to send in the request unless the URL has its own; by default that of the real server, then of the virtual server, else address and port. Also the SNI name with `enable_sni`.",
    },
    enable_sni: {
      summary:
        "Sends a server name in the TLS handshake: `sni_name`, else the `virtualhost` of the URL, the check or the virtual server. The `virtualhost` of the real server is not used; if no name is found, none is sent. Off by default.",
    },
    sni_name: {
      summary: "Server name for the TLS handshake if it must differ from `virtualhost`. Turns on `enable_sni`.",
    },
    urlVirtualhost: {
      summary:
        "Host name to send with this request; by default that of the check, then of the real server, then of the virtual server, else address and port. With `enable_sni` also the SNI name.",
    },
  },
  {
    check: [
      {
        name: "tls_compliant",
        kind: "option",
        since: "2.2.8",
        summary:
          "Ends TLS connections properly, with a close_notify alert, for all URLs of this check. Off by default, which some servers log as an error. Since 2.2.8.",
        arguments: [truth],
        default: "false",
        missingArgument: "allowed",
        badValue: "ignored",
      },
    ],
    url: [
      {
        name: "tls_compliant",
        kind: "option",
        since: "2.2.8",
        summary:
          "Ends the TLS connection of this request properly, with a close_notify alert. Off by default; it cannot turn off what the check itself has set. Since 2.2.8.",
        arguments: [truth],
        default: "false",
        missingArgument: "allowed",
        badValue: "ignored",
      },
    ],
  },
);
