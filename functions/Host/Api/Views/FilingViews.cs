using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api.Views;

/// <summary>A drive that papers can be filed on.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is, in words that a person knows it by.</param>
internal sealed record DriveView(string Name, string Address);

/// <summary>One thing that filing needs of a drive.</summary>
/// <param name="Name">What was tried.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Message">Empty where it works; else what is missing and who can mend it.</param>
internal sealed record DriveCheckView(string Name, CheckOutcome Outcome, string Message)
{
    /// <summary>The check as it is shown.</summary>
    public static DriveCheckView Of(DriveCheck check) => new(check.Name, check.Outcome, check.Message);
}

/// <summary>A folder of a drive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path below the root.</param>
internal sealed record DriveFolderView(string Name, string Path);

/// <summary>What to file where.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Drive">The drive.</param>
/// <param name="Folder">Folder below its root; empty for the root.</param>
/// <param name="Documents">The papers; null for all of the plan.</param>
/// <param name="WithPdf">Whether a PDF goes beside each Word paper.</param>
internal sealed record FilingRequest(Guid Plan, string Drive, string Folder = "", IReadOnlyList<Guid>? Documents = null, bool WithPdf = false);

/// <summary>What filing a paper would do.</summary>
/// <param name="DocumentId">The paper.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Place">Where it would lie below the drive's root; empty where it cannot be filed.</param>
/// <param name="Step">What would be done; null where it cannot be filed.</param>
/// <param name="Writes">Whether anything would be written: the paper, the PDF that it lacks, or its line of the register.</param>
/// <param name="Message">What would be done, or why it cannot be.</param>
internal sealed record FilingPreviewView(Guid DocumentId, string Name, string Place, PlacingStep? Step, bool Writes, string Message)
{
    /// <summary>The plan as it is shown.</summary>
    public static FilingPreviewView Of(FilingPlan plan) => new(plan.Paper.PaperId ?? Guid.Empty, plan.Paper.Name, plan.Place, plan.Step, plan.Writes, FilingWords.Will(plan));
}

/// <summary>A file on a drive.</summary>
/// <param name="Id">Identity of the row.</param>
/// <param name="DocumentId">The paper; null for a file that came from elsewhere.</param>
/// <param name="Drive">The drive.</param>
/// <param name="Place">Where, below the drive's root.</param>
/// <param name="Revision">The paper's revision.</param>
/// <param name="Edition">How often something was filed at its place.</param>
/// <param name="Hash">SHA-256 of what was filed.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Link">An address that opens it.</param>
/// <param name="IsRegistered">Whether it is in the register (发文登记簿); false for a PDF beside its paper.</param>
/// <param name="At">When it was filed.</param>
/// <param name="By">Who had it filed.</param>
/// <param name="ReplacedAt">When a later filing took its place or superseded it; null while it is current.</param>
internal sealed record FilingView(
    Guid Id, Guid? DocumentId, string Drive, string Place, int Revision, int Edition, string Hash, long Length, string Link, bool IsRegistered, DateTimeOffset At, string By, DateTimeOffset? ReplacedAt)
{
    /// <summary>The row as it is shown.</summary>
    public static FilingView Of(FiledFile file) => new(
        file.Id, file.PaperId, file.Drive, file.Place, file.Revision, file.Edition, file.Hash, file.Length, file.Link, file.RegisteredAt is not null, file.At, file.By, file.ReplacedAt);
}

/// <summary>How a file on a drive stands to the ledger.</summary>
/// <param name="Place">Where.</param>
/// <param name="State">How it stands.</param>
/// <param name="Message">The same in Chinese.</param>
internal sealed record VerifiedFileView(string Place, FiledState State, string Message);

/// <summary>An address that opens a file for those who may read it.</summary>
internal sealed record LinkView(string Link);
