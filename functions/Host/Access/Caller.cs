using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Access;

/// <summary>Who calls.</summary>
/// <param name="Name">As the audit has it.</param>
/// <param name="Role">One of <see cref="Roles"/>; empty for one who signed in and may nothing.</param>
/// <param name="Body">The body (单位) whose tasks a reader sees, never empty for a reader; empty for other roles.</param>
internal sealed record Caller(string Name, string Role, string Body)
{
    private const string NameClaim = "name";
    private const string RoleClaim = "role";
    private const string BodyClaim = "body";
    private const string IdClaim = "id";

    /// <summary>The person at the machine itself.</summary>
    public static Caller Local { get; } = new(KeyOrder.LocalUser, Roles.Administrator, "") { Id = "local" };

    /// <summary>Tells callers of the same name apart; not a secret.</summary>
    public string Id { get; init; } = Name;

    /// <summary>The caller of a request; null where nobody signed in.</summary>
    public static Caller? Find(HttpContext context) => Of(context.User);

    /// <summary>The caller of a request behind <c>RequireAuthorization</c>.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets in everybody, which is a fault of the program.</exception>
    public static Caller Of(HttpContext context) => Find(context) ?? throw new InvalidOperationException("The endpoint has no RequireAuthorization.");

    /// <summary>Gives the caller to an endpoint that names one among its parameters.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    /// <summary>The caller as the framework has it.</summary>
    /// <param name="scheme">How the caller signed in.</param>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new(NameClaim, Name), new(IdClaim, Id)];
        if (Role.Length > 0)
            claims.Add(new Claim(RoleClaim, Role));
        if (Body.Length > 0)
            claims.Add(new Claim(BodyClaim, Body));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, NameClaim, RoleClaim));
    }

    private static Caller? Of(ClaimsPrincipal principal) => principal.Identity?.IsAuthenticated != true ? null
        : new Caller(Value(principal, NameClaim), Value(principal, RoleClaim), Value(principal, BodyClaim)) { Id = Value(principal, IdClaim) };

    private static string Value(ClaimsPrincipal principal, string claim) => principal.FindFirst(claim)?.Value ?? "";
}
