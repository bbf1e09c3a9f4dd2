using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>Codes of workbooks that are refused, besides those of <see cref="SourceErrors"/>.</summary>
public static class WorkbookErrors
{
    /// <summary>The workbook has macros.</summary>
    public const string Macros = "workbook-macros";

    /// <summary>The workbook draws on other files, programs or data sources.</summary>
    public const string Links = "workbook-links";

    /// <summary>Other files or controls are embedded.</summary>
    public const string Embedded = "workbook-embedded";
}

/// <summary>The sentences in which a workbook is refused.</summary>
internal static class WorkbookRefusal
{
    private const string SaveAgain = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。";

    public static UnreadableSourceException Empty(string file) =>
        new(SourceErrors.Empty, $"文件“{file}”是空的。请检查是否选错了文件。");

    public static UnreadableSourceException NotAWorkbook(string file, string guess = "") =>
        new(SourceErrors.UnknownFormat, $"文件“{file}”不是 Excel 工作簿{(guess.Length > 0 ? $"（看起来是{guess}）" : "")}。{SaveAgain}");

    public static UnreadableSourceException NeedsConversion(string file, string format) =>
        new(SourceErrors.NeedsConversion, $"文件“{file}”是{format}，不能直接读取。{SaveAgain}");

    public static UnreadableSourceException Encrypted(string file) =>
        new(SourceErrors.Encrypted, $"文件“{file}”设有打开密码，无法读取。请去掉密码另存后再试。");

    public static UnreadableSourceException Damaged(string file, string where = "", Exception? cause = null) =>
        new(SourceErrors.Damaged, $"文件“{file}”已损坏或不完整{(where.Length > 0 ? $"（{where}）" : "")}，无法读取。请重新获取原文件，或者用 Excel 打开修复并另存为 .xlsx 后再试。", cause);

    public static UnreadableSourceException TooBig(string file, string what) =>
        new(SourceErrors.TooBig, $"文件“{file}”超出读取的限度：{what}，已停止读取。请检查是否选错了文件，或者把填报表单独复制到新的工作簿后再试。");

    public static UnreadableSourceException UnsafeXml(string file, string part, Exception cause) =>
        new(SourceErrors.UnsafeXml, $"文件“{file}”的“{part}”含有文档类型定义（DTD），正常的工作簿不会有，为安全起见没有读取。{SaveAgain}", cause);

    public static UnreadableSourceException Macros(string file) =>
        new(WorkbookErrors.Macros, $"文件“{file}”带有宏，为安全起见没有读取。请用 Excel 或 WPS 打开，另存为不带宏的 .xlsx 后再试。");

    public static UnreadableSourceException Links(string file, string what) =>
        new(WorkbookErrors.Links, $"文件“{file}”带有{what}，为安全起见没有读取。请断开链接，或者把填报表用“只粘贴数值”的方式复制到新的工作簿后再试。");

    public static UnreadableSourceException Embedded(string file) =>
        new(WorkbookErrors.Embedded, $"文件“{file}”里嵌入了其他文件或控件，为安全起见没有读取。请删除嵌入的对象，佐证材料另行报送，表里只写文件名称。");
}
