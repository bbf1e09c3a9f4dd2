using Microsoft.AspNetCore.Http;

namespace YiyuanSafety.Host.Access;

/// <summary>Who calls.</summary>
/// <param name="Name">The person or program.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Body">The body whose rows a reader sees; empty for other roles.</param>
internal sealed record Caller(string Name, string Role, string Body)
{
    /// <summary>Who makes a request.</summary>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(new Caller("本机用户", Roles.Administrator, ""));
}

/// <summary>The roles.</summary>
internal static class Roles
{
    /// <summary>Sees the tasks and papers of one body.</summary>
    public const string Reader = "reader";

    /// <summary>Imports, corrects, makes papers.</summary>
    public const string Drafter = "drafter";

    /// <summary>Does everything.</summary>
    public const string Administrator = "administrator";
}
