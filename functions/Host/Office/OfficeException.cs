namespace YiyuanSafety.Host.Office;

/// <summary>LibreOffice cannot do what is asked. The message is a Chinese sentence: what, and what to do.</summary>
internal sealed class OfficeException(string code, string message) : Exception(message)
{
    /// <summary>There is no LibreOffice.</summary>
    public const string Missing = "office-missing";

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The error where there is none.</summary>
    public static OfficeException NoOffice() => new(
        Missing, "没有找到 LibreOffice，不能生成 PDF。请安装 LibreOffice（免费）后重试，或用 Word、WPS 打开公文另存为 PDF。");
}
