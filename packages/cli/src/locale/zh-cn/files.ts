import type { CommandTemplate } from "@kalint/schema";

/** Files that cannot be found, read or written. */
export const files = {
  "{0}: the configuration cannot be read: {1}": "{0}：无法读取 kalint 配置：{1}",
  "{0}: no keepalived configuration in this directory (keepalived.conf, keepalived*.conf, *.keepalived.conf)":
    "{0}：该目录中没有 keepalived 配置（keepalived.conf、keepalived*.conf、*.keepalived.conf）",
  "; {0} reads like one: name it, or list it under include in kalint.json":
    "；{0} 的内容像是 keepalived 配置：请直接指定该文件，或在 kalint.json 的 include 中列出",
  "; {0} and {1} more read like one: name them, or list them under include in kalint.json":
    "；{0} 等文件（另有 {1} 个）的内容像是 keepalived 配置：请直接指定这些文件，或在 kalint.json 的 include 中列出",
  "{0}: no file matches": "{0}：没有匹配的文件",
  " (did you mean the command '{0}'?)": "（是否想用命令 '{0}'？）",
  baseline: "基线",
  "list of clusters": "集群列表",
  "{0} report": "{0} 报告",
  "exists and is not a {0} of kalint: it is not overwritten": "已存在，且不是 kalint 的{0}：不覆盖",
  "{0}: there is no folder {1}: make it first": "{0}：没有目录 {1}：请先创建",
  "{0}: cannot be written: {1}": "{0}：无法写入：{1}",
  "the new text cannot be written as {0}": "新文本无法以 {0} 编码写入",
  "no such file or directory": "没有该文件或目录",
  "permission denied": "权限不足",
  "operation not permitted": "不允许该操作",
  "is a directory": "是一个目录",
  "a part of the path is not a directory": "路径的某一部分不是目录",
  "too many symbolic links": "符号链接层数过多",
  "the name is too long": "名称过长",
  "the file system is read-only": "文件系统为只读",
  "no space left on the device": "设备上没有剩余空间",
  "too many open files": "打开的文件过多",
  "not a regular file": "不是普通文件",
  "larger than {0} MB, which no configuration is": "大于 {0} MB，不会是配置",
  "the file is too large": "文件过大",
  "it was changed while kalint ran: left as it is": "kalint 运行期间它被修改过：保持不变",
  "{0}; the old text is in {1}": "{0}；原文保存在 {1}",
} as const satisfies Partial<Record<CommandTemplate, string>>;
