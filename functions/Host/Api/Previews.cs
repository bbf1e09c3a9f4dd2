using Microsoft.Extensions.Caching.Memory;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Ledger;

namespace YiyuanSafety.Host.Api;

/// <summary>PDFs of papers for looking at, made by LibreOffice one at a time and kept for a while.</summary>
internal sealed class Previews : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The PDF of a paper.</summary>
    /// <param name="hash">SHA-256 of the paper's file.</param>
    /// <param name="name">The paper's name, for messages.</param>
    /// <param name="docx">The file.</param>
    /// <param name="cancellation">Stops LibreOffice.</param>
    /// <exception cref="OfficeException">There is no LibreOffice.</exception>
    /// <exception cref="LedgerException">The paper cannot be converted.</exception>
    public async Task<byte[]> OfAsync(string hash, string name, Stream docx, CancellationToken cancellation)
    {
        if (_cache.TryGetValue(hash, out byte[]? known) && known is not null)
            return known;
        var program = OfficeProgram.Find() ?? throw OfficeException.NoOffice();
        using var content = new MemoryStream();
        await docx.CopyToAsync(content, cancellation);
        await _one.WaitAsync(cancellation);
        try
        {
            var pdf = await Task.Run(() => Convert(program, name, content.ToArray(), cancellation), cancellation);
            _cache.Set(hash, pdf, new MemoryCacheEntryOptions { Size = pdf.Length });
            return pdf;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cache.Dispose();
        _one.Dispose();
    }

    private static byte[] Convert(string program, string name, byte[] docx, CancellationToken cancellation)
    {
        byte[]? pdf = null;
        var request = new PdfRequest(name, stream => stream.Write(docx), file => pdf = File.ReadAllBytes(file.FullName));
        new PdfBatch(program, Patience).Convert([request], static _ => { }, cancellation);
        return pdf ?? throw new LedgerException(LedgerCodes.WrongState, "这份公文没能转换为 PDF。请下载后用 Word 或 WPS 打开。");
    }
}
