using System.CommandLine;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Sources;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>pdf FILE…</c>: PDFs of any .docx.</summary>
internal static class PdfCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "要转换的公文（.docx），可以写多个", Arity = ArgumentArity.OneOrMore };
        var output = new Option<DirectoryInfo?>("--out") { Description = "PDF 的文件夹；不指定则放在公文旁边", HelpName = "文件夹" };
        var command = new Command("pdf", "把公文转换为 PDF（需要 LibreOffice），并核对字体") { files, output };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var requests = parsed.GetRequiredValue(files).Select(file => Request(file, parsed.GetValue(output))).ToList();
            parsed.GetValue(output)?.Create();
            return PdfMaking.Run(requests) ? ExitCodes.Done : ExitCodes.UnwritableOutput;
        }));
        return command;
    }

    /// <summary>A PDF beside a paper.</summary>
    public static PdfRequest Beside(FileInfo paper, Action<Stream> docx) => To(
        paper.Name, docx, Path.Combine(paper.DirectoryName ?? "", Path.GetFileNameWithoutExtension(paper.Name) + ".pdf"));

    private static PdfRequest Request(FileInfo file, DirectoryInfo? folder)
    {
        var docx = SourceFiles.Bytes(file);
        return To(file.Name, stream => stream.Write(docx), Path.Combine(folder?.FullName ?? file.DirectoryName ?? "", Path.GetFileNameWithoutExtension(file.Name) + ".pdf"));
    }

    private static PdfRequest To(string name, Action<Stream> docx, string target) => new(name, docx, pdf => OutputFolder.Guarded(Path.GetFileName(target), () =>
    {
        WholeFile.Write(target, stream =>
        {
            using var content = pdf.OpenRead();
            content.CopyTo(stream);
        });
        return target;
    }));
}
