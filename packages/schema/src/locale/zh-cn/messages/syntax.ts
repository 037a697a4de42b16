import type { MessageTemplate } from "../../texts.generated.js";

export const syntax = {
  "{0} is cut at {1}, which starts a comment: keepalived uses {2}, not {3}":
    "{0} 在 {1} 处被截断（该字符开始注释）：keepalived 使用 {2}，而不是 {3}",
  "{0} has no value: {1} starts a comment, so {2} is one": "{0} 没有值：{1} 开始注释，因此 {2} 是注释",
  "{0} is cut at {1}, which starts a comment: the { after it is part of the comment as well":
    "{0} 在 {1} 处被截断（该字符开始注释）：其后的 { 也成了注释的一部分",
  "a NUL byte ends this line for keepalived": "对 keepalived 来说，该行到 NUL 字节处结束",
  "remove the NUL byte": "删除 NUL 字节",
  "this line expands to more text than kalint reads": "该行展开后的文本超出 kalint 读取的上限",
  "this file is": "该文件",
  "this file and {0} more are": "该文件及另外 {0} 个文件",
  "{0} not read: those before hold more text than is looked at in one run":
    "{0}未被读取：之前的文件已超出一次运行所查看的文本量",
  "this file is not checked here: that takes longer than the editor waits; kalint check does it":
    "此处未检查该文件：检查所需的时间超出编辑器的等待时限；请运行 kalint check",
  "the hosts from @{0} on are not checked: together they read more text than kalint reads":
    "从 @{0} 起的主机未经检查：它们的文本总量超出 kalint 读取的上限",
  "{0}: the file is not checked further": "{0}：不再检查该文件",
  "this include comes back to a file that is being read already": "该 include 又回到正在读取的文件",
  "no file matches": "没有匹配的文件",
  "there is no file": "没有该文件",
  " on this machine": "（在本机上）",
  ": the quotes count as part of its name": "：引号算作名称的一部分",
  "keepalived does not read {0}: it is not a regular file without execute bits":
    "keepalived 不读取 {0}：它不是没有执行位的普通文件",
  "{0} leads outside the repository: not read": "{0} 指向仓库之外：未读取",
  "the condition names no config-id: the line is read on no host": "该条件没有指明 config-id：没有主机读取该行",
  "no host has the config-id {0}: a condition names one host": "没有主机的 config-id 为 {0}：一个条件只能指明一台主机",
  "this definition cannot be used{0}": "无法使用该定义{0}",
  "keepalived cannot repeat this line{0}": "keepalived 无法重复该行{0}",
  "this line has more than the {0} bytes that keepalived reads at once": "该行超过 keepalived 一次能读取的 {0} 字节",
  "{0} opens a block: a { is missing after it": "{0} 开始一个块：其后缺少 {",
  "Write `{0} {`.": "写作 `{0} {`。",
  "{0} appears in this condition only, while {1} appear in at least {2} each: is it one of them?":
    "{0} 只出现在这一个条件中，而 {1} 各至少出现 {2} 次：它是否应为其中之一？",
  "Correct the id; a host of that name lacks all other conditional lines.":
    "改正该 id；叫这个名称的主机缺少所有其他带条件的行。",
  "{0} appears here only; did you mean {1}, which {2}?": "{0} 只在这里出现；是否想写{2}的 {1}？",
  "write `@{0}`": "改写为 `@{0}`",
  "appears further up": "出现在上方",
  "appears in {0} conditions": "出现在 {0} 个条件中",
  "{0}{1} covers only the header of {2}: {3} line {4} and what follows without it":
    "{0}{1}只覆盖 {2} 的首行：{3}第 {4} 行及其后的内容，却不读取首行",
  "this block": "该块",
  "that host reads": "该主机读取",
  "other hosts read": "其他主机读取",
  "the first line that is not covered": "未被覆盖的第一行",
  "this } is one too many: the block around it ends here already, and a } on {0} closes nothing":
    "这个 } 是多余的：外层的块在这里已经结束，而{0}的 } 没有可关闭的块",
  "Remove it, or look above for a block that is closed too early.": "删除它，或查看上方是否有块过早关闭。",
  "keepalived finds nothing to close here": "keepalived 在这里没有可关闭的块",
  "this } closes nothing{0}": "这个 } 没有可关闭的块{0}",
  ": it follows from {0}, after which the braces no longer fit": "：这是由{0}引起的，此后括号不再配对",
  "Correct {0}.": "改正{0}。",
  "a block is still open at the end of the file": "文件结束时仍有块未关闭",
  "this { follows another one, and is never closed": "这个 { 紧跟在另一个之后，而且从未关闭",
  "{0} has a second { on {1}: one of them is never closed": "{0} 在{1}有第二个 {：其中一个从未关闭",
  "Remove the second `{`.": "删除第二个 `{`。",
  "the second {": "第二个 {",
  "remove the second {": "删除第二个 {",
  "{0} is opened here and never closed; its } seems to be missing at the end of the file":
    "{0} 在这里打开，但从未关闭；其 } 似乎缺在文件末尾",
  "{0} is opened here and never closed; its } seems to be missing before line {1}":
    "{0} 在这里打开，但从未关闭；其 } 似乎缺在第 {1} 行之前",
  "Add the missing `}`.": "补上缺少的 `}`。",
  "close the block": "关闭该块",
  "{0} is not defined{1}": "{0} 没有定义{1}",
  "${0} is not replaced before {1}: keepalived reads {2} literally":
    "${0} 在 {1} 之前不会被替换：keepalived 按字面读取 {2}",
  "Write `${{0}}`.": "写作 `${{0}}`。",
  "write `${{0}}`": "改写为 `${{0}}`",
  "${0} has several lines, so it is replaced only at the end of a line: here it is not":
    "${0} 有多行，因此只在行尾被替换：这里不会被替换",
  "Put `${0}` on a line of its own.": "把 `${0}` 单独写成一行。",
  "${0} is defined only further down, or for other hosts: here it is not replaced":
    "${0} 只在更下方定义，或只为其他主机定义：这里不会被替换",
  "${0} is not defined: keepalived takes the text {1} itself": "${0} 没有定义：keepalived 直接采用文本 {1}",
  "{0} is defined only further down, or for other hosts: here it is not replaced":
    "{0} 只在更下方定义，或只为其他主机定义：这里不会被替换",
  "no block can start here: {0}": "这里不能开始一个块：{0}",
  "keepalived does not know {0} ({1})": "keepalived 不认识 {0}（{1}）",
  "it follows from {0}": "这是由{0}引起的",
  "no block can start here: the keyword before this { takes none": "这里不能开始一个块：这个 { 前面的关键字不带块",
  "this quotation is not closed on its line": "该引号没有在本行关闭",
  'add the closing `"`': '补上右引号 `"`',
  "{0} is part of the value {1}": "{0}是值 {1} 的一部分",
  "remove the invisible character": "删除不可见字符",
  'write "': '改写为 "',
  "' is no quotation mark here and": "' 在这里不是引号，它",
  "{0} is no quotation mark for keepalived and": "{0} 对 keepalived 来说不是引号，它",
  "an invisible character (U+{0})": "不可见字符（U+{0}）",
} as const satisfies Partial<Record<MessageTemplate, string>>;
