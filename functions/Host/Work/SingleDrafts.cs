using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Work;

/// <summary>A paper that was made to be looked at, or to be put into a document.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="BearsNumber">Whether papers of its kind bear a 发文字号.</param>
/// <param name="Docx">The file.</param>
internal sealed record SingleDraft(string Name, WordKind Kind, bool BearsNumber, byte[] Docx);

/// <summary>Makes single papers at once, without a row in the ledger and without taking a number.</summary>
internal sealed class SingleDrafts(LedgerStore store, Basis basis)
{
    /// <summary>Makes a paper.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="willTakeNumber">Whether it is to take a number later: then what would keep it from that is told now.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="LedgerException">No such plan, no Word paper, or a number that could not be taken.</exception>
    /// <exception cref="OrderException">The order is wrong, or asks for a classified paper.</exception>
    /// <exception cref="UnknownTaskException">The order names a task that the plan does not have.</exception>
    public async Task<SingleDraft> MakeAsync(Guid plan, PaperOrder order, bool willTakeNumber, CancellationToken cancellation)
    {
        var kind = PaperKinds.Find(order.Kind) ?? throw new LedgerException(LedgerCodes.WrongState, "台账是 Excel 工作簿，不能放进 Word。请在网页上生成后下载。");
        var name = Path.GetFileName(PaperSet.Named([order])[0].Path);
        await using var ledger = store.Open();
        var request = await basis.RequestAsync(ledger, plan, cancellation);
        var code = IssueCodes.Of(order.Kind, request.Profile);
        if (willTakeNumber && code is not null && order.Elements.Serial is null)
            IssueSeries.Of(code, order, request);
        using var file = new MemoryStream();
        PaperSet.Write(order, new PaperDrafts(request), request, basis.Templates, file);
        return new SingleDraft(name, kind, code is not null, file.ToArray());
    }
}
