using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace YiyuanSafety.Host.Access;

/// <summary>The ways to sign in, as the framework knows them.</summary>
internal static class SignInSchemes
{
    /// <summary>The scheme of every request; it chooses one of the others.</summary>
    public const string Any = "access";

    /// <summary>The person at the machine.</summary>
    public const string Local = "local";

    /// <summary>A key of the ledger.</summary>
    public const string Key = "key";

    /// <summary>A token of an issuer.</summary>
    public const string Oidc = "oidc";

    /// <summary>The scheme that looks at a request. Only schemes that the settings allow are ever chosen.</summary>
    public static string Choose(CredentialKind credential, SignIn mode) => mode switch
    {
        SignIn.None => Local,
        SignIn.Key => Key,
        SignIn.Oidc => Oidc,
        _ => credential == CredentialKind.Token ? Oidc : Key,
    };
}

/// <summary>Signs in the person at the machine, and nobody else.</summary>
internal sealed class LocalSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Under Azure Functions every connection is a local one. The listening rule stops such a start; this holds without it.
        var reason = settings.UnderFunctions ? "没有开启登录，不能使用。请管理员设置 Access:Mode。" : LocalRule.Refuse(Context);
        return Task.FromResult(reason is null
            ? AuthenticateResult.Success(new AuthenticationTicket(Caller.Local.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail(new SignInException(reason)));
    }
}

/// <summary>Signs in with a key of the ledger.</summary>
internal sealed class KeySignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyLookup keys, FailedSignIns failures)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string NotGood = "密钥不对或已被撤销。请核对密钥，或向管理员另要一把。";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var credential = Credential.Of(Request.Headers);
        if (credential.Kind == CredentialKind.None)
            return AuthenticateResult.NoResult();

        // Who guesses keys gets no look into the ledger for it; who shows a key that was good before does.
        if (credential.Kind != CredentialKind.Key || !(failures.HasRoom(Context) || keys.IsKnown(credential.Text)))
            return AuthenticateResult.Fail(new SignInException(NotGood));
        return await keys.FindAsync(credential.Text, Context.RequestAborted) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail(new SignInException(NotGood));
    }
}

/// <summary>A sign-in that is refused. The message is a Chinese sentence for the caller, without the credential.</summary>
internal sealed class SignInException(string message, Exception? inner = null) : Exception(message, inner);
