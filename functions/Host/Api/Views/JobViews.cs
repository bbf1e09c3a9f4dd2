using System.Text.Json;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>Work that was asked for.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="Version">Counts the row's changes; what the ETag says.</param>
/// <param name="Kind">Kind, as programs call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
/// <param name="Done">How many of its items are done.</param>
/// <param name="Total">How many items it has; 0 for work in one piece.</param>
/// <param name="Failed">How many of its items failed.</param>
/// <param name="Current">What is being worked on.</param>
/// <param name="IsCancelling">Whether somebody asked to stop.</param>
/// <param name="Error">Why it failed, a Chinese sentence; empty otherwise.</param>
/// <param name="Result">What came of it; null until it is done.</param>
internal sealed record JobView(
    Guid Id, int Version, string Kind, JobState State, Guid PlanId, DateTimeOffset At, string By, DateTimeOffset? EndedAt,
    int Done, int Total, int Failed, string Current, bool IsCancelling, string Error, JsonElement? Result)
{
    /// <summary>The row as it is shown.</summary>
    public static JobView Of(Job job, int done, int total, int failed) => new(
        job.Id, job.Version, job.Kind, job.State, job.PlanId, job.At, job.By, job.EndedAt, done, total, failed, job.Current, job.IsCancelling, job.Error,
        job.Result.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(job.Result) : null);

    /// <summary>Whether nothing more will happen to it by itself.</summary>
    internal bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>One piece of a job.</summary>
internal sealed record JobItemView(int Ordinal, string Name, JobState State, string Error, Guid? DocumentId)
{
    /// <summary>The row as it is shown.</summary>
    public static JobItemView Of(JobItem item) => new(item.Ordinal, item.Name, item.State, item.Error, item.PaperId);
}
