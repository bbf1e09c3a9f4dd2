using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.WorkPoints;

/// <summary>
/// Reads <c>tasks.json</c> back: what <see cref="WorkPointsJson"/> writes, perhaps corrected by a person since. Members that are unknown
/// are passed over, so that a newer program's file can be read; members that are missing are not.
/// </summary>
public static class TasksFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads the file. The source map is not part of it and stays empty.</summary>
    /// <exception cref="TasksFileException">The file is no tasks.json; the message says what is wrong where.</exception>
    public static WorkPointsDocument Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Content>(json, Options)
                ?? throw new TasksFileException("任务文件的内容是 null，应是 draft 或 extract --json 写出的 tasks.json。");
            if (HasHole(file.Tasks) || HasHole(file.Outline) || HasHole(file.Findings) || file.Tasks.Any(task =>
                    HasHole(task.Parties) || HasHole(task.Deadlines) || HasHole(task.Recurrence) || HasHole(task.Measures) || HasHole(task.Deliverables)))
                throw new TasksFileException("任务文件的列表里有 null。请删去，或用 draft 重新生成 tasks.json。");
            var twice = file.Tasks.GroupBy(task => task.Id, StringComparer.Ordinal).FirstOrDefault(tasks => tasks.Count() > 1);
            return twice is null
                ? new WorkPointsDocument(file.Document, file.Outline, file.Tasks, file.Findings, [])
                : throw new TasksFileException($"任务文件里有{twice.Count()}项任务的编号都是“{twice.Key}”。编号不能重复，请修改后重试。");
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"第 {line + 1} 行") : "";
            throw new TasksFileException(
                $"任务文件{place}（{error.Path ?? "$"}）无法读取：不是合法的 JSON，或者缺项、类型不对。请用 draft 或 extract --json 重新生成 tasks.json。", error);
        }
    }

    // A JSON null in a list gets past the nullability that the serializer looks at.
    private static bool HasHole<T>(IReadOnlyList<T> list)
        where T : class => list.Any(one => one is null);

    /// <summary>One task as JSON on one line, with the members of tasks.json.</summary>
    public static string Write(WorkTask task) => JsonSerializer.Serialize(task, Options);

    /// <summary>One task from JSON that <see cref="Write(WorkTask)"/> made.</summary>
    /// <exception cref="TasksFileException">It is no task.</exception>
    public static WorkTask ReadTask(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkTask>(json, Options) ?? throw new TasksFileException("任务的内容是 null。");
        }
        catch (JsonException error)
        {
            throw new TasksFileException($"任务（{error.Path ?? "$"}）无法读取。", error);
        }
    }

    private sealed record Content(
        DocumentInfo Document,
        IReadOnlyList<OutlineHeading> Outline,
        IReadOnlyList<WorkTask> Tasks,
        IReadOnlyList<Finding> Findings);
}

/// <summary>A tasks.json that cannot be used. The message is a Chinese sentence: what is wrong, where, what to do.</summary>
public sealed class TasksFileException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code of the error.</summary>
    public string Code { get; } = "tasks-invalid";
}
