using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace YiyuanSafety.Host.Access;

/// <summary>What callers are told who may not pass.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    private const string NoCredential = "请先登录，或在请求中带上访问密钥（Authorization: Bearer 密钥）。";

    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (authorizeResult.Challenged)
            return AccessProblem.SignInNeeded(Failure(context)?.Message ?? NoCredential).WriteAsync(context);
        return AccessProblem.NotAllowed(Caller.Find(context) is { Role.Length: > 0 }
            ? "您的角色不能做这件事。请联系管理员调整角色。"
            : "您已登录，但还没有角色（或没有所属单位）。请联系管理员分配。").WriteAsync(context);
    }

    /// <summary>Counts a failed sign-in against its address, and answers in the place of what follows once they are too many.</summary>
    public static Task LimitFailuresAsync(HttpContext context, RequestDelegate next)
    {
        if (Failure(context) is null || context.GetEndpoint()?.Metadata.GetMetadata<ProbeEndpoint>() is not null)
            return next(context);
        return context.RequestServices.GetRequiredService<FailedSignIns>().Count(context) is { } wait
            ? AccessProblem.TooManyFailures().WriteAsync(context, wait)
            : next(context);
    }

    // Messages of the framework are for its log; only our own sentences go to the caller.
    private static SignInException? Failure(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure switch
        {
            null => null,
            SignInException own => own,
            var other => new SignInException("登录凭据无效。请重新登录；仍不行请联系管理员。", other),
        };
}
