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
            return AccessProblem.SignInNeeded(context.Features.Get<SignInException>()?.Message ?? NoCredential).WriteAsync(context);
        return AccessProblem.NotAllowed(Caller.Find(context) is { Role.Length: > 0 }
            ? "您的角色不能做这件事。请联系管理员调整角色。"
            : "您已登录，但还没有角色（或没有所属单位）。请联系管理员分配。").WriteAsync(context);
    }

    /// <summary>
    /// Counts a failed sign-in against its address, and answers in the place of what follows once they are too many. Runs after the
    /// framework's authentication, which keeps quiet about failures; asking again costs nothing, since the handler keeps its answer.
    /// </summary>
    public static async Task LimitFailuresAsync(HttpContext context, RequestDelegate next)
    {
        var isOpen = context.User.Identity?.IsAuthenticated == true || context.GetEndpoint()?.Metadata.GetMetadata<ProbeEndpoint>() is not null;
        if (!isOpen && (await context.AuthenticateAsync(SignInSchemes.Any)).Failure is { } failure)
        {
            // Messages of the framework are for its log; only our own sentences go to the caller.
            context.Features.Set(failure as SignInException ?? new SignInException("登录凭据无效。请重新登录；仍不行请联系管理员。", failure));
            if (context.RequestServices.GetRequiredService<FailedSignIns>().Count(context) is { } wait)
            {
                await AccessProblem.TooManyFailures().WriteAsync(context, wait);
                return;
            }
        }

        await next(context);
    }
}
