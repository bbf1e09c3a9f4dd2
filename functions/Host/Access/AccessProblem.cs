using System.Globalization;
using Microsoft.AspNetCore.Http;
using YiyuanSafety.Host.Api.Answers;

namespace YiyuanSafety.Host.Access;

/// <summary>Why a request got no further, as RFC 9457 problem details with <c>code</c> and <c>requestId</c>.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Detail">A Chinese sentence: what, and what to do.</param>
internal sealed record AccessProblem(int Status, string Code, string Title, string Detail)
{
    private const string MediaType = "application/problem+json";

    /// <summary>Nobody signed in, or with what is not good.</summary>
    public static AccessProblem SignInNeeded(string detail) => new(StatusCodes.Status401Unauthorized, "sign-in-needed", "需要登录", detail);

    /// <summary>The caller may not do this.</summary>
    public static AccessProblem NotAllowed(string detail) => new(StatusCodes.Status403Forbidden, "not-allowed", "没有权限", detail);

    /// <summary>The caller asks too often.</summary>
    public static AccessProblem TooManyRequests() => new(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "请求太多", "请求太频繁，这一次没有执行。请稍等片刻再试。");

    /// <summary>Sign-ins from an address fail again and again.</summary>
    public static AccessProblem TooManyFailures() => new(
        StatusCodes.Status429TooManyRequests, "too-many-failures", "登录失败太多", "登录失败的次数太多。请核对密钥或登录凭据，稍等片刻再试。");

    /// <summary>Answers a request with the problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="wait">How long the caller should wait; null where waiting does not help.</param>
    public async Task WriteAsync(HttpContext context, TimeSpan? wait = null)
    {
        var response = context.Response;
        if (response.HasStarted)
            return;
        response.StatusCode = Status;
        if (wait is { } time)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        var problem = ProblemAnswers.Of(Status, Code, Detail);
        problem.Title = Title;
        problem.Extensions["requestId"] = context.TraceIdentifier;
        await response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }
}
