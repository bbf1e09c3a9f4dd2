/** Words of the parts that several tabs share. */
export const words = {
  choose: '选择文件',
  chooseOther: '换一个文件',
  sending: '正在上传…',
  remove: '去掉',
  all: '全部',
  more: '显示更多',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  busy: '正在处理…',
} as const;
