using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>A policy for each role, under the role's name: <c>RequireAuthorization(Roles.Drafter)</c>.</summary>
internal static class RolePolicies
{
    /// <summary>
    /// Adds the policies. An endpoint that names none is for readers at least: forgetting the line closes a door and opens none. Requests for
    /// no endpoint (files of the page, addresses that do not exist) pass.
    /// </summary>
    public static void Add(AuthorizationOptions options)
    {
        foreach (var role in Roles.All)
            options.AddPolicy(role, policy => policy.RequireRole(Roles.AtLeast(role)));
        options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireRole(Roles.AtLeast(Roles.Reader)).Build();
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(MayPass).Build();
    }

    private static bool MayPass(AuthorizationHandlerContext context) =>
        (context.Resource is HttpContext http && http.GetEndpoint() is null) || Roles.AtLeast(Roles.Reader).Any(context.User.IsInRole);
}
