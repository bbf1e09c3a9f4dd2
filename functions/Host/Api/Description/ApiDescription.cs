using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Api.Description;

/// <summary>The API as OpenAPI 3.1: what programs, the page's client and docs/api.md are made from.</summary>
internal static class ApiDescription
{
    /// <summary>Name of the description, and version of the API.</summary>
    public const string Name = "v1";

    /// <summary>Member of an operation with the least role; not there where everybody may call.</summary>
    public const string Role = "x-role";

    /// <summary>Member of an operation with the most bytes of a request's body; not there where it has none.</summary>
    public const string MostBytes = "x-max-bytes";

    private const string Key = "key";

    /// <summary>Adds the description.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Head(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
                Extend(schema);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "沂源安全 接口", Version = ProgramVersion.Text, Description = "错误都是 RFC 9457 problem details：code 不变，detail 是给人看的中文。" };

        // Where it is served is not for the description to say.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "访问密钥，或登录服务的令牌；只在本机使用时不需要。" },
        };
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        AddProblem(operation.Responses, StatusCodes.Status429TooManyRequests, context.Document);
        if (metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } role && !metadata.OfType<IAllowAnonymous>().Any())
        {
            AddProblem(operation.Responses, StatusCodes.Status401Unauthorized, context.Document);
            AddProblem(operation.Responses, StatusCodes.Status403Forbidden, context.Document);
            operation.Extensions[Role] = new JsonNodeExtension(JsonValue.Create(role));
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        }

        if (operation.RequestBody is not null && metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault()?.MaxRequestBodySize is { } most)
            operation.Extensions[MostBytes] = new JsonNodeExtension(JsonValue.Create(most));
        AddHeaders(operation, context.Description.HttpMethod);
        foreach (var given in context.Description.ParameterDescriptions)
        {
            if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(one => one.Name == given.Name) is not { } parameter)
                continue;

            // What may be given many times may be given no time; the generated handlers take that, and say otherwise.
            if (parameter.In == ParameterLocation.Query && given.Type?.IsArray == true)
                parameter.Required = false;
            if (WordsOf(given.Type) is { } words)
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))] };
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (int.TryParse(status, out var number) && number >= 400 && response is OpenApiResponse own)
                own.Description = ProblemAnswers.TitleOf(number);
        }
    }

    private static IReadOnlyCollection<string>? WordsOf(Type? type) => (Nullable.GetUnderlyingType(type ?? typeof(string)) ?? type) switch
    {
        var one when one == typeof(Word<PartyRole>) => Word<PartyRole>.All,
        var one when one == typeof(Word<TaskState>) => Word<TaskState>.All,
        var one when one == typeof(Word<PaperState>) => Word<PaperState>.All,
        var one when one == typeof(Word<JobState>) => Word<JobState>.All,
        _ => null,
    };

    private static void AddProblem(OpenApiResponses responses, int status, OpenApiDocument? document) => responses.TryAdd(
        status.ToString(CultureInfo.InvariantCulture),
        new OpenApiResponse
        {
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
            },
        });

    // The framework's own class says nothing of the members that every problem of ours has.
    private static void Extend(OpenApiSchema schema)
    {
        schema.Required = new HashSet<string> { "type", "title", "status", "detail", "code", "requestId" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("总是 about:blank；错误按 code 区分。"),
            ["title"] = Text("几个字的说明。"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "HTTP 状态。" },
            ["detail"] = Text("给人看的中文：发生了什么，怎么办。"),
            ["code"] = Text("不变的代码。"),
            ["requestId"] = Text("请求编号，报告问题时用。"),
            ["current"] = new OpenApiSchema { Description = "412 时，内容现在的样子。" },
        };
    }

    private static OpenApiSchema Text(string meaning) => new() { Type = JsonSchemaType.String, Description = meaning };

    private static void AddHeaders(OpenApiOperation operation, string? method)
    {
        var header = method switch
        {
            "POST" => Header(OnceOnly.Header, "同一请求重发时用同一个值：只执行一次，回答相同。", false),
            "PATCH" => Header("If-Match", "看到的版本，即读取时的 ETag。", true),
            _ => null,
        };
        if (header is not null)
            (operation.Parameters ??= []).Add(header);
    }

    private static OpenApiParameter Header(string name, string meaning, bool isRequired) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Required = isRequired,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
