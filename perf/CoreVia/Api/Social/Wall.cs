using System.Data;
using System.Data.Common;
using CoreVia.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Social;

/// <summary>Writes posts, likes and comments; each is committed before it is answered.</summary>
internal sealed class Wall(CoreViaDb db, WriterLane lane, TimeProvider clock)
{
    /// <summary>The new post, or null when it is about a workout or food entry that does not exist.</summary>
    public async Task<Post?> PostAsync(string author, PostInput input, CancellationToken ct)
    {
        if ((input.WorkoutId is { } workout && !await db.Workouts.AnyAsync(w => w.Id == workout, ct))
            || (input.FoodEntryId is { } food && !await db.FoodEntries.AnyAsync(f => f.Id == food, ct)))
        {
            return null;
        }

        var now = clock.NaiveUtcNow();
        var post = new Post
        {
            Id = clock.NewId(),
            UserId = author,
            PostType = input.PostType,
            Content = input.Content,
            WorkoutId = input.WorkoutId,
            FoodEntryId = input.FoodEntryId,
            IsPublic = input.IsPublic,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await using var write = await lane.EnterAsync(db, ct);
        db.Add(post);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return post;
    }

    /// <summary>
    /// Likes a post, once however often and from however many sides it is asked. Returns how many like it, or null when
    /// there is no such post.
    /// </summary>
    public async Task<int?> LikeAsync(string reader, string postId, CancellationToken ct)
    {
        if (!await ExistsAsync(postId, ct))
        {
            return null;
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        var now = Timestamp(command, clock.NaiveUtcNow());
        await using var write = await lane.EnterAsync(db, ct);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO post_likes (id, post_id, user_id, created_at) VALUES ({clock.NewId()}, {postId}, {reader}, {now})
            ON CONFLICT (post_id, user_id) DO NOTHING
            """,
            ct);
        if (added > 0)
        {
            var updated = clock.NaiveUtcNow();
            await db.Posts
                .Where(p => p.Id == postId)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(p => p.LikesCount, p => p.LikesCount + 1).SetProperty(p => p.UpdatedAt, updated),
                    ct);
        }

        var likes = await db.Posts.Where(p => p.Id == postId).Select(p => p.LikesCount).SingleAsync(ct);
        await write.CommitAsync(ct);
        return likes;
    }

    /// <summary>The new comment, or null when there is no such post.</summary>
    public async Task<PostComment?> CommentAsync(string author, string postId, string content, CancellationToken ct)
    {
        if (!await ExistsAsync(postId, ct))
        {
            return null;
        }

        var now = clock.NaiveUtcNow();
        var comment = new PostComment { Id = clock.NewId(), PostId = postId, UserId = author, Content = content, CreatedAt = now };
        await using var write = await lane.EnterAsync(db, ct);
        db.Add(comment);
        await db.SaveChangesAsync(ct);
        await db.Posts
            .Where(p => p.Id == postId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.CommentsCount, p => p.CommentsCount + 1).SetProperty(p => p.UpdatedAt, now),
                ct);
        await write.CommitAsync(ct);
        return comment;
    }

    Task<bool> ExistsAsync(string postId, CancellationToken ct) => db.Posts.AnyAsync(p => p.Id == postId, ct);

    /// <summary>A parameter without zone: in hand-written SQL a plain DateTime would be sent to PostgreSQL as one with.</summary>
    static DbParameter Timestamp(DbCommand command, DateTime moment)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "now";
        parameter.DbType = DbType.DateTime2;
        parameter.Value = moment;
        return parameter;
    }
}
