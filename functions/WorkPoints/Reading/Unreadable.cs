using System.Globalization;

namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>The sentences in which a source is refused, each in one place so that all readers speak alike.</summary>
internal static class Unreadable
{
    public static UnreadableSourceException Empty(string file) =>
        new(SourceErrors.Empty, $"文件“{file}”没有任何文字内容。请检查是否选错了文件，或者重新导出后再试。");

    public static UnreadableSourceException UnknownFormat(string file, string? guess = null) =>
        new(SourceErrors.UnknownFormat,
            $"无法识别文件“{file}”的格式{(guess is null ? "" : $"（看起来是{guess}）")}。请提供 .docx、.txt、.md 或带文字层的 .pdf 文件。");

    public static UnreadableSourceException Damaged(string file, Exception? cause = null, string where = "") =>
        new(SourceErrors.Damaged,
            $"文件“{file}”已损坏或不完整{(where.Length == 0 ? "" : $"（{where}）")}，无法读取。请重新获取原文件，或者用 Word 打开修复并另存为 .docx 后再试。",
            cause);

    public static UnreadableSourceException Encrypted(string file, Exception? cause = null) =>
        new(SourceErrors.Encrypted, $"文件“{file}”设有打开密码，无法读取。请先取消密码并另存，再重新导入。", cause);

    public static UnreadableSourceException TooManyBytes(string file, long limit) =>
        TooBig(file, $"文件超过 {Size(limit)}");

    public static UnreadableSourceException PartTooBig(string file, string part, long limit) =>
        TooBig(file, $"其中的“{part}”解压后超过 {Size(limit)}");

    public static UnreadableSourceException TooMuchText(string file, int limit) =>
        TooBig(file, $"文字超过 {Number(limit)} 个字符");

    public static UnreadableSourceException TooManyBlocks(string file, int limit) =>
        TooBig(file, $"段落、行或单元格超过 {Number(limit)} 个");

    public static UnreadableSourceException TooManyPages(string file, int limit) =>
        TooBig(file, $"页数超过 {Number(limit)} 页");

    public static UnreadableSourceException UnsafeXml(string file, string part, Exception? cause = null) =>
        new(SourceErrors.UnsafeXml,
            $"文件“{file}”的“{part}”含有文档类型定义（DTD），正常的 Word 文件不会有，为安全起见没有读取。请用 Word 打开并另存为 .docx 后再试。",
            cause);

    public static UnreadableSourceException Scanned(string file) =>
        new(SourceErrors.Scanned, $"文件“{file}”是扫描件，页面都是图片，没有可读取的文字。请先做文字识别（OCR），或者改用 .docx 原文件。");

    public static UnreadableSourceException NeedsConversion(string file, string format) =>
        new(SourceErrors.NeedsConversion, $"文件“{file}”是{format}，不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 后再试。");

    private static UnreadableSourceException TooBig(string file, string what) =>
        new(SourceErrors.TooBig, $"文件“{file}”过大：{what}，已停止读取。工作要点一般只有几十页，请检查是否选错了文件，或者拆分后再试。");

    private static string Size(long bytes) => bytes >= 1 << 20
        ? Number(bytes >> 20) + " MB"
        : Number(bytes) + " 字节";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
