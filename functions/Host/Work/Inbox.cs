using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>
/// Documents that are put into a folder in the cloud and not into the page: each becomes an import like any other. What is put there is told
/// of more than once now and then; it is imported once.
/// </summary>
internal sealed class Inbox(LedgerStore store, IByteStore bytes, ServiceLimits limits, AnnounceJob announce, TimeProvider time)
{
    /// <summary>Who brought the documents, as the audit has it.</summary>
    public const string Who = "收件箱";

    // A content that never lay in the byte store: whoever tries such an import again is told that the file is not there.
    private static readonly string NoHash = new('0', 64);

    /// <summary>Takes a document in.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="version">What tells one writing of a file of that name from another; empty where that is not known.</param>
    /// <param name="content">Its bytes, which may be anything: an import that finds no document in them says so.</param>
    /// <param name="cancellation">Stops; told of again, the document is taken in then.</param>
    public async Task TakeAsync(string name, string version, byte[] content, CancellationToken cancellation)
    {
        if (content.Length > limits.MaxUploadBytes)
        {
            await RefuseAsync(name, content.Length, $"收件箱中的文件“{name}”过大，最多 {limits.MaxUploadBytes / (1024 * 1024)} MB。工作要点一般只有几十页，请核对是否放错了文件。", cancellation);
            return;
        }

        using var stream = new MemoryStream(content, false);
        var (hash, length) = await bytes.PutAsync(stream, cancellation);
        if (await OrderAsync(new SourceFile(name, hash, length), version, cancellation) is { } job)
            await announce(job, cancellation);
    }

    /// <summary>Writes a document down as an import that failed, where people see it.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="length">Its size in bytes; 0 where that is not known.</param>
    /// <param name="reason">A Chinese sentence.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task RefuseAsync(string name, long length, string reason, CancellationToken cancellation)
    {
        var act = Act();
        await using var ledger = store.Open();
        var job = JobBoard.Add(ledger, JobKinds.Import, act.NewId(), JobJson.Write(new ImportRequest(name, NoHash, length, true)), [], act);
        (job.State, job.Error, job.EndedAt) = (JobState.Failed, reason, act.At);
        await ledger.SaveChangesAsync(cancellation);
    }

    // The job that was asked for; null where the document was taken in before, or waits already.
    private async Task<Guid?> OrderAsync(SourceFile file, string version, CancellationToken cancellation)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Who}\n{file.Name}\n{version}\n{file.Hash}")));
        await using var ledger = store.Open();
        if (await ledger.AnsweredCalls.AsNoTracking().SingleOrDefaultAsync(one => one.Key == key, cancellation) is { } known)
            return await WaitingAsync(ledger, known, cancellation);
        var waits = await ledger.Jobs.AnyAsync(
            job => job.Kind == JobKinds.Import && (job.State == JobState.Queued || job.State == JobState.Running) && job.Request.Contains(file.Hash), cancellation);
        if (waits)
            return null;
        var act = Act();
        var job = await ImportOrders.AddAsync(ledger, file, null, act, cancellation);
        ledger.AnsweredCalls.Add(new AnsweredCall { Key = key, Asked = file.Hash, At = act.At, Status = 200, Body = job.Id.ToString("D") });
        try
        {
            await ledger.SaveChangesAsync(cancellation);
            return job.Id;
        }
        catch (DbUpdateException e) when (ledger.IsDuplicate(e))
        {
            // Told of twice at the same moment; the other one was faster.
            return null;
        }
    }

    // The first telling may have broken off between the row and its announcement: a job that waits is announced once more.
    private static async Task<Guid?> WaitingAsync(LedgerContext ledger, AnsweredCall known, CancellationToken cancellation) =>
        Guid.TryParse(known.Body, out var id) && await ledger.Jobs.AnyAsync(job => job.Id == id && job.State == JobState.Queued, cancellation) ? id : null;

    private Act Act() => new(Who, time.GetUtcNow());
}
