using YiyuanSafety.Host.Api.Views;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>Files that come as the body of a request.</summary>
internal static class Upload
{
    /// <summary>A Word document.</summary>
    public const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int LongestName = 255;
    private const string Ending = ".docx";

    /// <summary>Reads a file whole, up to the size that the settings allow.</summary>
    public static async Task<byte[]> ReadAsync(Stream body, ServiceLimits limits, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await new LimitedStream(body, limits.MaxUploadBytes).CopyToAsync(file, cancellation);
        return file.ToArray();
    }

    /// <summary>The name of a file without the folders in front of it.</summary>
    /// <exception cref="LedgerException">It is no name.</exception>
    public static string FileName(string name)
    {
        var bare = Path.GetFileName(name.Replace('\\', '/')).Trim();
        return bare.Length is > 0 and <= LongestName && bare is not ("." or "..") && !bare.Any(char.IsControl)
            ? bare
            : throw new LedgerException(LedgerCodes.Invalid, $"文件名不对：应有 1 至 {LongestName} 个字，不含控制字符，不是“.”或“..”。");
    }

    /// <summary>A file that was uploaded before, as a later call names it; <see cref="Evidence.None"/> where the call names none.</summary>
    /// <exception cref="LedgerException">Its name is no name.</exception>
    public static Evidence Named(EvidenceView? file) =>
        file is null || (file.Name.Length == 0 && file.Hash.Length == 0) ? Evidence.None : new Evidence(FileName(file.Name), file.Hash, file.Length);

    /// <summary>The name of a Word document; a document that was never saved has no ending yet, or no name.</summary>
    public static string WordName(string? name)
    {
        var bare = FileName(name is { Length: > 0 } ? name : "文档");
        return bare.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? bare : bare + Ending;
    }
}
