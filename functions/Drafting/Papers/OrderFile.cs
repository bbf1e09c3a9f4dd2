using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>Reads what a person asks for of one paper (<c>templates/order.schema.json</c>).</summary>
public static class OrderFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads an order of a kind.</summary>
    /// <exception cref="OrderException">The file is no order; the message says what is wrong where.</exception>
    public static PaperOrder Read(Stream json, PaperKind kind)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Content>(json, Strict) ?? throw OrderException.Of("公文内容文件是 null，应是一个对象。请对照 order.schema.json 填写。");
            return new PaperOrder(kind)
            {
                Body = file.Body,
                Tasks = file.Tasks,
                Round = file.Round,
                Earlier = file.Earlier,
                Dues = file.Dues,
                Date = file.Date,
                ReplyBy = file.ReplyBy,
                ReplySlip = file.ReplySlip,
                Elements = file.Elements,
                Deployment = file.Deployment,
                Listed = file.Listed,
                Bulletin = file.Bulletin,
                Minutes = file.Minutes,
                Progress = file.Progress,
            };
        }
        catch (JsonException error)
        {
            throw new OrderException(
                OrderException.Invalid,
                FormattableString.Invariant($"公文内容文件第 {error.LineNumber + 1} 行（{error.Path}）无法读取：不是合法的 JSON，或者有不认识的项、类型不对的值。请对照 order.schema.json 修改。"),
                error);
        }
    }

    // The kind is named on the command line, and the file needs none.
    private sealed record Content
    {
        [JsonPropertyName("$schema")]
        public string Schema { get; init; } = "";

        public string Body { get; init; } = "";

        public IReadOnlyList<string> Tasks { get; init; } = [];

        public int Round { get; init; }

        public IReadOnlyList<EarlierPaper> Earlier { get; init; } = [];

        public IReadOnlyDictionary<string, DateOnly> Dues { get; init; } = new Dictionary<string, DateOnly>();

        public DateOnly? Date { get; init; }

        public DateOnly? ReplyBy { get; init; }

        public bool? ReplySlip { get; init; }

        public PaperElements Elements { get; init; } = new();

        public DeploymentText? Deployment { get; init; }

        public ListedText? Listed { get; init; }

        public BulletinText? Bulletin { get; init; }

        public MinutesText? Minutes { get; init; }

        public ProgressText? Progress { get; init; }
    }
}
