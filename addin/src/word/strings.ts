/** What a person reads of the work on the document in hand. */
export const zhWord = {
  title: '没有做成',
  problems: {
    timeout: 'Word 很久没有回应。请看一下 Word 里是否有打开的对话框，关掉后重试。',
    locked: '这里被锁定或文档受保护，Word 不让改动。请解除保护（“审阅”→“限制编辑”）后重试。',
    gone: '要改的地方已经不在文档里。请刷新后重试。',
    refused: 'Word 没有接受这次改动，文档没有变。请稍后重试；仍不行时，重新打开文档再试。',
    half: 'Word 中途出错，有些内容可能已经换上。请核对文档，必要时按 Ctrl+Z 撤销。',
    noFile: '没能从 Word 读出整份文档。请先保存文档，然后重试。',
    slices: '文档没有读全。请先保存文档，然后重试。',
    tooLarge: '文件超过 4 MB，Word 不能这样放进来。请另存为新文件后打开。',
    oldWord: '这个版本的 Word 不能整份替换。请另存为新文件后打开。',
    inside: '光标在会自动更新的内容里。请把光标移到别处再插入。',
    badPiece: '服务给的内容不完整，没有放进文档。请重试。',
    labelsLost: '内容已经插入，但 Word 丢了其中的更新标记，以后不能自动更新这一份。可以撤销（Ctrl+Z）后重新插入。',
    tracking: '内容已经插入，但修订状态没能恢复。请看“审阅”选项卡里的“修订”。',
    noDocument: '还没有选择文档。请先选择一份 .docx 文件。',
    noWhole: '网页里不能替换原文件。请下载修好的文件。',
    notWord: '不是完好的 .docx 文件。请用 Word 或 WPS 另存为 .docx 再试。',
  },
  /** What became of a region. */
  region: {
    missing: '文档里找不到这一处，没有更新。',
    edited: (copies: number) => `有 ${copies} 处的文字已被改动，保持原样，没有更新。`,
    stopped: '已停止，这一处没有更新。',
    locked: '这一处被锁定或文档受保护，保持原样，没有更新。',
    refused: 'Word 没有接受这一处的更新，文字保持原样。',
    unread: 'Word 没有给出这一处的原文，为了能够恢复，没有更新。',
    silent: 'Word 很久没有回应，不能确定这一处换上了没有。请核对；原来的内容还在本窗口里，可以恢复。',
    unsure: '这一处换上的文字和应有的不一样。请核对；可以恢复原来的内容。',
    unlabelled: '内容已经换上，但 Word 丢了这一处的更新标记，以后不能自动更新。可以撤销（Ctrl+Z）。',
    unlocked: '内容已经换上，但没能重新锁定这一处。',
    tracking: '内容已处理，但修订状态没能恢复。请看“审阅”选项卡里的“修订”。',
  },
  /** Names of files that a browser downloads. */
  files: {
    lines: '任务.docx',
    table: '任务表.docx',
    fragment: (title: string) => `${title || '正文'}.docx`,
    updated: (stem: string) => `${stem}（已更新）.docx`,
    final: (stem: string) => `${stem}（定稿）.docx`,
  },
  /** Names of the properties that a final paper carries. */
  final: { number: '发文字号', link: '归档位置', at: '归档时间' },
} as const;
