namespace YiyuanSafety.Ledger.Bytes;

/// <summary>Keeps files by the SHA-256 of their content: what is there is right, and putting it there twice changes nothing.</summary>
public interface IByteStore
{
    /// <summary>Keeps a content.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="cancellation">Stops; nothing half is left.</param>
    /// <returns>Its address, 64 hexadecimal digits, and its size in bytes.</returns>
    Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation);

    /// <summary>Opens a content; null where there is none of that address.</summary>
    Task<Stream?> OpenAsync(string hash, CancellationToken cancellation);

    /// <summary>Whether contents can be kept and read at this moment; a Chinese sentence where not, else null.</summary>
    Task<string?> TroubleAsync(CancellationToken cancellation);
}
