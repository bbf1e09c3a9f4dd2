using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Access;

/// <summary>Who may use the service: everything about it in one call before the application is built, and one after.</summary>
internal static class AccessPipeline
{
    /// <summary>Adds sign-in, roles, limits and clean logs. Needs a <c>LedgerStore</c> among the services where keys are used.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, AccessSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new AddinSettings());
        services.AddSingleton(settings);
        services.AddSingleton(_ => new FailedSignIns(settings.RateLimit));
        services.AddSingleton<KeyLookup>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddLogging(logging => logging.AddFilter(RequestLog.FrameworkCategory, LogLevel.Warning));
        ForwardedFrom.Add(services, settings);
        AddSignIn(services, settings);
        CallerRates.Add(services, settings.RateLimit);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        services.AddAuthorization(RolePolicies.Add);
        return services;
    }

    /// <summary>Puts sign-in, limits, headers and the request log before everything that follows.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<AccessSettings>();
        var addin = app.Services.GetRequiredService<AddinSettings>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(RequestLog.Category);
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                SecurityHeaders.Set(context, settings, addin);
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseForwardedHeaders();
        app.Use((context, next) => RequestLog.RunAsync(context, next, logger, time));
        app.UseRouting();
        app.UseAuthentication();
        app.Use(AccessAnswers.LimitFailuresAsync);
        app.UseRateLimiter();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Opens an endpoint to probes of its health: no sign-in, no limit, no trace.</summary>
    public static TBuilder OpenToProbes<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().DisableRateLimiting().WithMetadata(new ProbeEndpoint());

    private static void AddSignIn(IServiceCollection services, AccessSettings settings)
    {
        var builder = services.AddAuthentication(SignInSchemes.Any)
            .AddPolicyScheme(SignInSchemes.Any, null, options => options.ForwardDefaultSelector =
                context => SignInSchemes.Choose(Credential.Of(context.Request.Headers).Kind, settings.Mode));
        if (settings.Mode == SignIn.None)
            builder.AddScheme<AuthenticationSchemeOptions, LocalSignIn>(SignInSchemes.Local, null);
        if (settings.Mode.HasFlag(SignIn.Key))
            builder.AddScheme<AuthenticationSchemeOptions, KeySignIn>(SignInSchemes.Key, null);
        if (settings.Mode.HasFlag(SignIn.Oidc))
        {
            var oidc = settings.Oidc ?? throw new InvalidOperationException("Mode oidc without its settings.");
            builder.AddJwtBearer(SignInSchemes.Oidc, options => TokenSignIn.Configure(options, oidc));
        }
    }
}

/// <summary>Marks an endpoint that tells whether the service is well.</summary>
internal sealed record ProbeEndpoint;
