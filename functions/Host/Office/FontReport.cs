namespace YiyuanSafety.Host.Office;

/// <summary>Gathers, over a batch, which fonts papers ask for and which their PDFs were set in.</summary>
internal sealed class FontReport
{
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _standIns = new(StringComparer.Ordinal);

    /// <summary>What to tell the person; null where every font was there.</summary>
    public string? Sentence => _missing.Count == 0 ? null
        : $"本机没有公文要求的字体：{string.Join("、", _missing)}。PDF 中以 {string.Join("、", _standIns)} 代替，版面和字形未经核对，不能作为正式文件印发。"
            + "请安装这些字体后重新生成，或在装有这些字体的电脑上用 Word、WPS 打开公文另存为 PDF。";

    /// <summary>The request, its fonts looked at when its PDF is there.</summary>
    public PdfRequest Watch(PdfRequest request) => request with
    {
        Deliver = pdf =>
        {
            Compare(request, pdf);
            request.Deliver(pdf);
        },
    };

    private void Compare(PdfRequest request, FileInfo pdf)
    {
        using var docx = new MemoryStream();
        request.Docx(docx);
        docx.Position = 0;
        var asked = FontsAsked.Of(docx);
        var used = FontsUsed.Of(pdf);
        _missing.UnionWith(FontsUsed.Missing(asked, used));
        _standIns.UnionWith(FontsUsed.StandIns(asked, used));
    }
}
