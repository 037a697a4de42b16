import { limits } from "../../../limits.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const syntax = {
  "comment-in-value": {
    summary: "未加引号的值中含有 `#` 或 `!`。",
    why: "双引号之外的每个 `#` 和 `!` 都开始注释，即使在单词中间也是如此。值到此结束且没有任何提示：密码比预期的短，路径或地址变成另一个。",
    advice: "给该值加上双引号。如果本意是注释，在它前面加一个空格。修改密码时，要在所有主机上同时修改。",
  },
  "embedded-nul": {
    summary: "文件中有 NUL 字节。",
    why: "keepalived 到该字节处结束该行。从 2.4.0 起它报告并丢弃该行；旧版本静默丢弃该行的其余部分。",
    advice: "删除该字节。文件往往被保存成了 UTF-16，应保存为 UTF-8。",
  },
  "expansion-limit": {
    summary: "定义或重复无限展开。",
    why: "引用自身的定义或嵌套的重复，会使 keepalived 用极长的时间展开文本，甚至永不结束。kalint 在此停止：本次运行中其余需要展开的内容都不再查看，依赖它们的问题也不报告。此前发现的问题仍然有效。",
    advice: "去掉定义对自身的引用，或减少重复次数。",
  },
  "foreign-content": {
    summary: "文件不是 keepalived 配置：而是脚本、其他程序的文件、二进制数据或未解决的合并。",
    why: "keepalived 仍会逐词读取，把内容当作未知的关键字和块。kalint 既不格式化也不修复这样的文件。",
    advice: "把配置文件本身交给 kalint，用 `exclude` 排除该文件，或解决合并冲突。",
  },
  "include-cycle": {
    summary: "文件直接或间接包含自身。",
    why: "keepalived 反复读取该文件，直到文件描述符耗尽，因此其中的每个语句都生效数百次。",
    advice: "从循环中的一个文件里删除 include。",
  },
  "include-not-found": {
    summary: "include 没有匹配任何文件。",
    why: "keepalived 照样启动且不报错：该文件应定义的一切都缺失。没有匹配的通配模式甚至不会提及。",
    advice:
      "改正路径。相对路径从包含该 include 的文件所在目录算起；引号是名称的一部分。用 `includea` 代替 `include` 时，缺少文件会使 keepalived 拒绝启动。",
  },
  "include-not-readable": {
    summary: "include 指向 keepalived 不读取的对象：目录，或带执行位的文件。",
    why: "keepalived 跳过它，在没有其内容的情况下启动。除非该 include 要求更严格的检查，否则只有一条日志说明。",
    advice: "包含普通文件，并去掉执行位（`chmod a-x FILE`）。",
  },
  "include-outside": {
    summary: "include 指向仓库之外，未被读取。",
    why: "keepalived 在其主机上读取该文件。kalint 不读取仓库之外的任何内容（没有 git 工作区时，是指定目录之外）：否则文件的作者就能显示本机的任何文件。这类文件可能定义的内容视为未知，依赖它们的问题不报告。如果本机上也没有该文件，由 `include-not-found` 报告。",
    advice:
      "如果该文件属于那台主机，不需要做什么。要读取它，用 `--include-root` 指明其目录，或写在仓库根目录 `kalint.json` 的 `includeRoots` 中（在 CI 中只有命令行有效）；`--this-host` 会读取所有 include。",
  },
  "invalid-condition": {
    summary: "条件的 id 写成了列表或模式，没有主机能满足。",
    why: "keepalived 把 `@` 之后的文本与主机的 config-id 逐字符比较。列表、引号或 `*` 都是文本的一部分，因此没有主机读取该行。",
    advice: "为每台主机各写一行，带各自的 `@id`；或用 `@^id` 表示除一台以外的所有主机。",
  },
  "invalid-definition": {
    summary: "对定义的引用无法展开。",
    why: "keepalived 把引用原样留在文本中，按字面读取其 `$`、名称和括号。",
    advice: "改正定义，或内置定义的参数，如 `${_RANDOM 1 9}`。",
  },
  "invalid-repetition": {
    summary: "keepalived 无法展开的 `~SEQ`、`~SEQx` 或 `~LST`。",
    why: "keepalived 报告该行，其重复一个也不读取。",
    advice:
      "写作 `~SEQ(name, start, step, end) text`，使用整数，且步长能从开头走到末尾；或写作 `~LST(name, value, value) text`。",
  },
  "line-too-long": {
    summary: "行的长度超过 keepalived 的缓冲区。",
    why: `keepalived 的缓冲区可容纳一行的 ${limits.longestLine + 1} 个字节。从 2.4.0 起，它丢弃这一部分，把其余部分读作新的一行；旧版本静默地把该行切成几段。于是长注释的尾部会被当作配置读取。`,
    advice: `每行不超过 ${limits.longestLine} 字节，包括注释。`,
  },
  "missing-brace": {
    summary: "开始块的关键字之后没有 `{`。",
    why: "keepalived 按括号存在的情况继续；地址或名称的块就会包含直到下一个 `}` 的所有行。",
    advice: "在关键字之后写 `{`，在该块最后一行之后写 `}`。",
  },
  "misspelt-condition": {
    summary: "config-id 只出现在一个条件中，且与另一个相似，或在多次使用的 id 中只出现一次。",
    why: "没有主机匹配 id 拼写错误的条件。keepalived 不知道有哪些 id，因此该行在所有主机上都缺失而没有提示。",
    advice: "改正该 id。",
  },
  "partial-condition": {
    summary: "条件写在块的第一行，而没有写在其内容的各行。",
    why: "`@id` 只覆盖一行。其他主机都跳过该块的关键字及其 `{`，却读取其内容：这些行成为外层块的一部分，而 `}` 关闭了外层块。",
    advice: "在块的每一行之前都写上条件，包括 `}`；或把该块移到单独的文件，使 include 带条件。",
  },
  "unbalanced-brace": {
    summary: "从未关闭的块，或没有可关闭的块的 `}`。",
    why: "keepalived 把后面的内容读作未关闭的块的一部分，因此漏掉一个括号会吞掉下一个实例。它只报告缺少多少个括号，不指明行。",
    advice: "在下一个块开始之前，关闭消息中指出的块。",
  },
  "undefined-definition": {
    summary: "引用了不存在的定义。",
    why: "keepalived 静默地把引用原样留在文本中：关键字的值就是 `$NAME`，而 `${NAME}` 的括号会打开和关闭块。",
    advice: "改正名称，或在上方定义：`$NAME=value`。名称区分大小写。",
  },
  "unexpanded-reference": {
    summary: "keepalived 在这里不展开 `$NAME`。",
    why: "不带括号的 `$NAME` 只有在空格、`,`、`)` 或行尾之前，且在前面的行中已定义时，keepalived 才会展开。否则文本保持原样而没有提示，关键字的值就是 `$NAME`。",
    advice: "写作在任何位置都有效的 `${NAME}`，并把定义放在首次使用的上方。",
  },
  "unexpected-equals-sign": {
    summary: "关键字与值之间有等号。",
    why: 'keepalived 把等号当作值本身。数值会被拒绝；名称、密码、程序或用户则成为 "="，keepalived 静默接受。',
    advice: "值写在关键字后面，中间用空格分隔。只有定义（`$NAME=value`）才有等号。",
  },
  "unexpected-brace": {
    summary: "不能开始块的位置有 `{`。",
    why: "keepalived 忽略 `{`，却不忽略其 `}`，后者于是关闭外层的块：下面的所有内容都在高一层读取。",
    advice: "删除这对括号，或改正前面的关键字：它不带块，或拼写有误。",
  },
  "unterminated-quote": {
    summary: "引号没有在同一行关闭。",
    why: "keepalived 丢弃该行的其余部分。引号之后的注释和括号都是文本，因为它们在引号之内。",
    advice: "在同一行关闭引号；字符串不能延续到下一行。",
  },
  "unusual-character": {
    summary: "值中有印刷体引号、单引号或不可见字符。",
    why: '对 keepalived 来说，只有 `"` 是引号，只有空格和制表符分隔单词。文字处理软件、聊天工具或网页用来代替它们的字符，会静默成为值的一部分：密码多出两个字符，名称多出一个不可见字符。（在脚本中，单引号也是引号。）',
    advice: '用 `"` 和普通空格重新输入该行。',
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
