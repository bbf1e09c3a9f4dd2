using System.Globalization;

namespace YiyuanSafety.Host.Office;

/// <summary>A document to be made a PDF of.</summary>
/// <param name="Name">What people call it, for messages.</param>
/// <param name="Docx">Writes the .docx.</param>
/// <param name="Deliver">Takes the PDF, a file that is gone afterwards.</param>
internal sealed record PdfRequest(string Name, Action<Stream> Docx, Action<FileInfo> Deliver);

/// <summary>
/// Makes PDFs of many documents in one LibreOffice process, which takes a second to start and a tenth of one for each. A document that
/// it cannot convert, or at which it hangs or dies, is left out and the rest is converted by a new process.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="patience">How long one document may take.</param>
internal sealed class PdfBatch(string program, TimeSpan patience)
{
    // Each process converts so many at most: a command line has its limits, and LibreOffice keeps memory.
    private const int MostAtOnce = 100;

    /// <summary>Converts all documents.</summary>
    /// <param name="requests">The documents.</param>
    /// <param name="step">Called with a document's name when it is done or has failed.</param>
    /// <param name="cancellation">Stops; what was delivered stays.</param>
    /// <returns>Names of the documents of which there is no PDF.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public IReadOnlyList<string> Convert(IReadOnlyList<PdfRequest> requests, Action<string> step, CancellationToken cancellation)
    {
        var failed = new List<string>();
        foreach (var chunk in requests.Chunk(MostAtOnce))
        {
            var folder = Directory.CreateTempSubdirectory("yiyuan-safety-");
            try
            {
                ConvertChunk(new OfficeRun(program, folder.FullName), folder.FullName, chunk, failed, step, cancellation);
            }
            finally
            {
                folder.Delete(true);
            }
        }

        return failed;
    }

    private void ConvertChunk(
        OfficeRun run, string folder, PdfRequest[] requests, List<string> failed, Action<string> step, CancellationToken cancellation)
    {
        // Plain names: those of papers may begin with a dash or hold what a command line changes.
        var waiting = new List<(string File, PdfRequest Request)>();
        foreach (var request in requests)
        {
            var file = waiting.Count.ToString("D4", CultureInfo.InvariantCulture) + ".docx";
            using (var docx = File.Create(Path.Combine(folder, file)))
                request.Docx(docx);
            waiting.Add((file, request));
        }

        while (waiting.Count > 0)
        {
            var (begun, told) = (0, 0);
            var ended = run.Convert("pdf", waiting.ConvertAll(one => one.File), patience, Began, cancellation);

            // Where the program was stopped or died, what it had begun last is what it died of, and its PDF may be half there.
            var reached = ended ? waiting.Count : begun;
            for (var i = 0; i < reached; i++)
                End(waiting[i].Request, i == begun - 1 && !ended ? null : Result(run, folder, waiting[i].File));
            if (reached == 0)
            {
                End(waiting[0].Request, null);
                reached = 1;
            }

            Tell(reached);
            waiting.RemoveRange(0, reached);

            // When the program turns to a document, those before it are done.
            void Began(string file)
            {
                begun = Math.Max(begun, waiting.FindIndex(one => one.File == file) + 1);
                Tell(begun - 1);
            }

            void Tell(int done)
            {
                for (; told < done; told++)
                    step(waiting[told].Request.Name);
            }
        }

        void End(PdfRequest request, FileInfo? pdf)
        {
            if (pdf is null)
                failed.Add(request.Name);
            else
                request.Deliver(pdf);
        }
    }

    private static FileInfo? Result(OfficeRun run, string folder, string file)
    {
        var pdf = new FileInfo(Path.Combine(run.Results, Path.ChangeExtension(file, ".pdf")));
        if (pdf is not { Exists: true, Length: > 0 })
            return null;
        var bytes = File.ReadAllBytes(pdf.FullName);
        PdfStamp.Settle(bytes, File.ReadAllBytes(Path.Combine(folder, file)));
        File.WriteAllBytes(pdf.FullName, bytes);
        return pdf;
    }
}
