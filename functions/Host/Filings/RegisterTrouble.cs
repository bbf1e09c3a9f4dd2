using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Host.Filings;

/// <summary>Registers that could not be written, told as one error.</summary>
internal static class RegisterTrouble
{
    /// <summary>The error, which names every place with its reason; its code is the first one's.</summary>
    /// <param name="failed">The registers and why each could not be written; at least one.</param>
    public static DriveException Of(IReadOnlyList<(string Register, DriveException Error)> failed) => failed.Count == 1
        ? new DriveException(failed[0].Error.Code, Named(failed[0]), failed[0].Error)
        : new DriveException(failed[0].Error.Code, $"有 {failed.Count} 个登记簿没有登记，其余的已登记。{string.Concat(failed.Select(Named))}", failed[0].Error);

    private static string Named((string Register, DriveException Error) one) => one.Error.Message.Contains($"“{one.Register}”", StringComparison.Ordinal)
        ? one.Error.Message
        : $"登记簿“{one.Register}”：{one.Error.Message}";
}
