using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace YiyuanSafety.Host.Api.Description;

/// <summary>The description of the API, as JSON and as a page to browse.</summary>
internal static class ApiPage
{
    private const string Json = ApiRoot.Path + "/openapi.json";

    /// <summary>Adds both. They tell nothing but what is public anyway, so everybody may read them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapOpenApi(Json).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference("/api/docs", static (options, http) =>
            {
                // Its own script carries the nonce; styles and the calls that a reader tries out stay on this origin.
                var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
                options.WithTitle("沂源安全 接口").WithOpenApiRoutePattern(Json).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().WithNonce(nonce);
                http.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
            })
            .AllowAnonymous();
    }
}
