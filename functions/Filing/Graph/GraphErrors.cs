using System.Net;
using Azure;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Graph;

/// <summary>What Graph would not do, as it is told.</summary>
internal static class GraphErrors
{
    /// <summary>Whether the same request may succeed later.</summary>
    public static bool PassesByItself(int status) => status is 408 or 429 or 500 or 502 or 503 or 504 or 509;

    /// <summary>Whether nobody knows what became of the request: it never arrived, or its answer never came.</summary>
    public static bool IsBroken(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>Whether a sign-in failed for the network or the service's sake, not for what was shown.</summary>
    public static bool IsBrokenSignIn(AuthenticationFailedException error)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpRequestException or System.Net.Sockets.SocketException or TaskCanceledException
                or RequestFailedException { Status: 0 or 408 or 429 or >= 500 }
                or Microsoft.Identity.Client.MsalServiceException { StatusCode: 408 or 429 or >= 500 })
                return true;
        }

        return false;
    }

    /// <summary>The status of an answer, in Graph's own words beside it.</summary>
    public static (int Status, string Code) Of(ApiException error) => (error.ResponseStatusCode, (error as ODataError)?.Error?.Code ?? "");

    /// <summary>The error of an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Graph's own code; may be empty.</param>
    /// <param name="what">The place, or what else it is about.</param>
    /// <param name="inner">What the answer was read into.</param>
    public static DriveException Told(int status, string code, string what, Exception? inner) => (HttpStatusCode)status switch
    {
        _ when code is "quotaLimitReached" or "insufficientStorage" || status == 507 =>
            new(DriveCodes.Full, $"SharePoint 的存储空间已满，“{what}”没有写入。请让 SharePoint 管理员清理或增加站点的存储配额。", inner),
        HttpStatusCode.Unauthorized =>
            new(DriveCodes.Denied, "SharePoint 不认本程序的登录。请让 Microsoft 365 管理员核对应用注册的租户、应用编号和密钥（或证书）是否正确、有没有过期。", inner),
        HttpStatusCode.Forbidden =>
            new(DriveCodes.Denied, $"本程序没有权限读写“{what}”。请让 Microsoft 365 管理员给应用 Sites.Selected 权限，并在这个站点上授予 write，见 docs/filing.md。", inner),
        HttpStatusCode.NotFound =>
            new(DriveCodes.NotFound, $"SharePoint 上没有“{what}”，或者没有授权给本程序。请核对设置中的站点、文档库；站点要由管理员授权后才看得见。", inner),
        HttpStatusCode.Conflict when code == "resourceModified" =>
            new(DriveCodes.Changed, $"“{what}”在归档期间被人改动或移走，没有覆盖。请核对后重试。", inner),
        HttpStatusCode.Conflict =>
            new(DriveCodes.Occupied, $"归档位置“{what}”已有另一个文件。请换一个位置，或先把那个文件移走。", inner),
        HttpStatusCode.PreconditionFailed =>
            new(DriveCodes.Changed, $"“{what}”在归档期间被人改动或移走，没有覆盖。请核对后重试。", inner),
        HttpStatusCode.Gone =>
            new(DriveCodes.Expired, $"SharePoint 要求把“{what}”从头读一遍，读了几遍都没有读完。请过一会儿重试。", inner),
        HttpStatusCode.Locked =>
            new(DriveCodes.Busy, $"“{what}”正被人打开或签出，不能写入。请关闭（签入）后重试。", inner),
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
            new(DriveCodes.Throttled, $"SharePoint 太忙，一直要求等待，“{what}”没有写入。请过一会儿重试。", inner),
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge =>
            new(DriveCodes.Invalid, $"SharePoint 不接受“{what}”（{(code.Length > 0 ? code : $"{status}")}），可能名称或路径不合它的规定。请修改归档路径的格式后重试。", inner),
        _ => new(DriveCodes.Unreachable, $"SharePoint 没有做成“{what}”（{status} {code}）。请稍后重试。", inner),
    };

    /// <summary>The error of a request that got no answer.</summary>
    public static DriveException Unreachable(string what, Exception inner) =>
        new(DriveCodes.Unreachable, $"连不上 SharePoint，“{what}”没有写入，可能是网络不通。请检查网络（包括代理）后重试。", inner);

    /// <summary>The error of a sign-in that failed.</summary>
    public static DriveException NotSignedIn(AuthenticationFailedException inner) => inner is CredentialUnavailableException
        ? new(DriveCodes.Denied, "没有可用的登录方式：设置中没有密钥和证书（或证书文件读不出来），这台机器也没有托管标识。请核对设置中的 Secret 或 Certificate。", inner)
        : new(DriveCodes.Denied, "登录 Microsoft 365 失败。请让管理员核对设置中的 Login、Tenant、Client 和密钥（或证书）是否正确、有没有过期。", inner);
}
