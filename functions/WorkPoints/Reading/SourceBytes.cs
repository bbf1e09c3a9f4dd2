namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>Takes a file's bytes into memory without ever reading more than one byte past the limit.</summary>
internal static class SourceBytes
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>All bytes of the stream from its current position.</summary>
    /// <exception cref="UnreadableSourceException">The stream holds more than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Stream source, string file, long limit)
    {
        long? expected = source.CanSeek ? source.Length - source.Position : null;
        if (expected > limit)
            throw Unreadable.TooManyBytes(file, limit);

        // The limit applies to an array, so it can't exceed what an array holds.
        var most = Math.Min(limit, Array.MaxLength - 1L);
        var buffer = new byte[(int)Math.Min(most + 1, Math.Max(expected + 1 ?? ChunkBytes, 1))];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(most + 1, Math.Max(ChunkBytes, buffer.Length * 2L)));

            var read = source.Read(buffer.AsSpan(length));
            if (read == 0)
                return buffer.AsMemory(0, length);

            length += read;
            if (length > most)
                throw Unreadable.TooManyBytes(file, limit);
        }
    }
}
