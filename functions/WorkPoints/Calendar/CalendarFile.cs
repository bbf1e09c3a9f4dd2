using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.WorkPoints.Calendar;

/// <summary>A calendar that cannot be used. The message is a Chinese sentence: what is wrong where, what to do.</summary>
public sealed class CalendarException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code.</summary>
    public const string Code = "calendar-invalid";
}

/// <summary>Reads calendar.json, which the office replaces when next year's holidays are announced.</summary>
public static class CalendarFile
{
    private const int LongestSpan = 366;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a calendar.</summary>
    /// <exception cref="CalendarException">It is none.</exception>
    public static WorkCalendar Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<FileForm>(json, Options) ?? throw new JsonException("null");
            var years = new Dictionary<int, IReadOnlyList<NamedDays>>();
            foreach (var year in file.Years)
            {
                if (!years.TryAdd(year.Year, [.. year.Holidays.Select(Checked)]))
                    throw new CalendarException($"日历文件里 {year.Year} 年写了两遍。请合并成一份。");
            }

            var workdays = file.Years.SelectMany(year => year.Workdays ?? []).ToList();
            var calendar = new WorkCalendar(years, workdays, (file.KeyDates ?? []).Select(Checked));
            return workdays.Find(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is var strange && strange != default
                ? throw new CalendarException($"日历文件里的调休上班日 {strange:yyyy-MM-dd} 不是周末。请核对 workdays。")
                : calendar;
        }
        catch (JsonException e)
        {
            throw new CalendarException($"日历文件读不懂（第 {(e.LineNumber ?? 0) + 1} 行附近）。请照 calendar.schema.json 的格式改正。", e);
        }
    }

    private static NamedDays Checked(SpanForm span) => span.To < span.From || span.To.DayNumber - span.From.DayNumber > LongestSpan
        ? throw new CalendarException($"日历文件里“{span.Name}”的起止日期 {span.From:yyyy-MM-dd} 至 {span.To:yyyy-MM-dd} 不对。请核对 from 和 to。")
        : new NamedDays(span.Name, span.Aliases ?? [], span.From, span.To);

    private sealed record FileForm
    {
        [JsonPropertyName("$schema")]
        public string? Schema { get; init; }

        public required IReadOnlyList<YearForm> Years { get; init; }

        public IReadOnlyList<SpanForm>? KeyDates { get; init; }
    }

    private sealed record YearForm(int Year, IReadOnlyList<SpanForm> Holidays, IReadOnlyList<DateOnly>? Workdays = null);

    private sealed record SpanForm(string Name, DateOnly From, DateOnly To, IReadOnlyList<string>? Aliases = null);
}
