namespace YiyuanSafety.WorkPoints.Calendar;

/// <summary>Days and times as the offices have them: Asia/Shanghai, whatever the machine's own zone.</summary>
public static class ChinaTime
{
    // No summer time since 1991; a fixed offset needs no time zones on the machine.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>An instant as clocks in China show it.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>Today.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());
}
