using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>The sentences in which a file is refused.</summary>
internal static class Refusal
{
    public static UnreadableSourceException Empty(string file) =>
        new(SourceErrors.Empty, $"文件“{file}”是空的。请检查是否选错了文件。");

    public static UnreadableSourceException NotWord(string file, string guess = "") =>
        new(SourceErrors.UnknownFormat, $"文件“{file}”不是 .docx 文件{(guess.Length > 0 ? $"（看起来是{guess}）" : "")}。格式检查只能检查 .docx，请用 Word 或 WPS 另存为 .docx 后再试。");

    public static UnreadableSourceException Encrypted(string file) =>
        new(SourceErrors.Encrypted, $"文件“{file}”设有打开密码，无法读取。请先取消密码并另存，再重新检查。");

    public static UnreadableSourceException OldWord(string file) =>
        new(SourceErrors.NeedsConversion, $"文件“{file}”是旧版 Word 或 WPS 文档（.doc、.wps）。请用 Word 或 WPS 打开，另存为 .docx 后再试。");

    public static UnreadableSourceException Damaged(string file, string where = "", Exception? cause = null) =>
        new(SourceErrors.Damaged, $"文件“{file}”已损坏或不完整{(where.Length > 0 ? $"（{where}）" : "")}，无法检查。请重新获取原文件，或者用 Word 打开修复并另存为 .docx 后再试。", cause);

    public static UnreadableSourceException TooBig(string file, string what) =>
        new(SourceErrors.TooBig, $"文件“{file}”超出检查的限度：{what}，已停止读取。请检查是否选错了文件，或者用 Word 另存后再试。");

    public static UnreadableSourceException UnsafeXml(string file, string part, Exception cause) =>
        new(SourceErrors.UnsafeXml, $"文件“{file}”的“{part}”含有文档类型定义（DTD），正常的 Word 文件不会有，为安全起见没有读取。请用 Word 打开并另存为 .docx 后再试。", cause);
}
