using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Failures;
using YiyuanSafety.Ledger;

namespace YiyuanSafety.Host.Api.Answers;

/// <summary>Answers errors as RFC 9457 problem details: a stable code, a Chinese sentence, and the number of the request to ask about.</summary>
internal sealed partial class ProblemAnswers(IProblemDetailsService problems, ILogger<ProblemAnswers> log) : IExceptionHandler
{
    private const string Invalid = "请求的内容不对：缺少必填项，或者类型、格式不对。请对照接口说明修改。";

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = Of(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError && Told.Of(exception) is null)
            LogFault(log, httpContext.TraceIdentifier, exception);
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    /// <summary>The problem that an error is.</summary>
    public static ProblemDetails Of(Exception error) => error switch
    {
        _ when Told.Of(error) is { } told => Of(StatusOf(told.Cause), told.Code, told.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(StatusCodes.Status413PayloadTooLarge, "too-large", "文件太大，没有接收。请压缩其中的图片，或请管理员调大上限后重试。"),
        BadHttpRequestException e => Of(e.StatusCode, "request-invalid", Invalid),
        MissingVersionException e => Of(StatusCodes.Status428PreconditionRequired, "version-missing", e.Message),
        DbUpdateConcurrencyException => Of(StatusCodes.Status409Conflict, "meanwhile-changed", "同一时刻有人改了同样的内容。请刷新后重试。"),
        TimeoutException => Of(StatusCodes.Status503ServiceUnavailable, "starting", "服务还没有准备好，或者台账没有回应。请稍后重试。"),
        _ => Of(StatusCodes.Status500InternalServerError, "fault", "程序出错，没有做成。请稍后重试；仍然不行的，请把请求编号告诉维护人员。"),
    };

    /// <summary>A problem.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="message">A Chinese sentence: what happened, what to do.</param>
    public static ProblemDetails Of(int status, string code, string message) => new()
    {
        Status = status,
        Title = TitleOf(status),
        Detail = message,
        Type = "about:blank",
        Extensions = { ["code"] = code },
    };

    /// <summary>The problem of a change to a row that changed meanwhile, with the row as it is now.</summary>
    public static ProblemHttpResult Stale<T>(string message, T current)
    {
        var problem = Of(StatusCodes.Status412PreconditionFailed, LedgerCodes.Stale, message);
        problem.Extensions["current"] = current;
        return TypedResults.Problem(problem);
    }

    /// <summary>Adds what all problems have.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Type = "about:blank";
        problem.Title = TitleOf(problem.Status ?? StatusCodes.Status500InternalServerError);
        problem.Extensions.TryAdd("code", CodeOf(problem.Status));
        problem.Detail ??= problem.Status == StatusCodes.Status400BadRequest ? Invalid : problem.Title + "。";
        problem.Extensions["requestId"] = context.HttpContext.TraceIdentifier;
        problem.Extensions.Remove("traceId");
        if (Activity.Current is { } activity)
            activity.SetTag("problem.code", problem.Extensions["code"]);
    }

    private static int StatusOf(Cause cause) => cause switch
    {
        Cause.NotFound => StatusCodes.Status404NotFound,
        Cause.Stale => StatusCodes.Status412PreconditionFailed,
        Cause.WrongState => StatusCodes.Status409Conflict,
        Cause.UnreadableInput => StatusCodes.Status422UnprocessableEntity,
        Cause.UnwritableOutput => StatusCodes.Status507InsufficientStorage,
        Cause.OtherSystem => StatusCodes.Status502BadGateway,
        Cause.MissingProgram => StatusCodes.Status501NotImplemented,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>What a status means, in a few words.</summary>
    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求不对",
        StatusCodes.Status401Unauthorized => "需要登录",
        StatusCodes.Status403Forbidden => "没有权限",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status405MethodNotAllowed => "不能这样请求",
        StatusCodes.Status409Conflict => "现在不能这样做",
        StatusCodes.Status412PreconditionFailed => "内容已被别人改过",
        StatusCodes.Status413PayloadTooLarge => "文件太大",
        StatusCodes.Status415UnsupportedMediaType => "内容类型不对",
        StatusCodes.Status422UnprocessableEntity => "文件读不懂",
        StatusCodes.Status428PreconditionRequired => "缺少版本号",
        StatusCodes.Status429TooManyRequests => "请求太频繁",
        StatusCodes.Status501NotImplemented => "缺少所需的程序",
        StatusCodes.Status502BadGateway => "归档位置没有做成",
        StatusCodes.Status503ServiceUnavailable => "暂时不能服务",
        >= StatusCodes.Status500InternalServerError => "程序出错",
        _ => "请求没有做成",
    };

    private static string CodeOf(int? status) => status switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
        StatusCodes.Status415UnsupportedMediaType => "media-type-unsupported",
        StatusCodes.Status400BadRequest => "request-invalid",
        _ => "fault",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Request} failed")]
    private static partial void LogFault(ILogger log, string request, Exception error);
}
