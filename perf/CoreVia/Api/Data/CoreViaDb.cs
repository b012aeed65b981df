using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CoreVia.Api.Data;

/// <summary>
/// The schema of the contract's section 7, the same for every provider; a subclass says how a provider stores its types.
/// </summary>
internal abstract class CoreViaDb(DbContextOptions options) : DbContext(options)
{
    const int IdLength = 36;

    /// <summary>How the commands get at it.</summary>
    public static SystemStore<CoreViaDb> Store { get; } = new("corevia", (services, database) => services.AddCoreViaDb(database));

    public DbSet<User> Users => Set<User>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<PostLike> PostLikes => Set<PostLike>();
    public DbSet<PostComment> PostComments => Set<PostComment>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<ProductPurchase> ProductPurchases => Set<ProductPurchase>();
    public DbSet<Workout> Workouts => Set<Workout>();
    public DbSet<FoodEntry> FoodEntries => Set<FoodEntry>();
    public DbSet<BodyMeasurement> BodyMeasurements => Set<BodyMeasurement>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // Only the indexes named below: the system being modelled has none on (user_id, date), nor on posts.workout_id.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<User>(user =>
        {
            user.ToTable("users");
            user.HasIndex(u => u.Email).IsUnique();
            user.HasOne<User>().WithMany().HasForeignKey(u => u.TrainerId).OnDelete(DeleteBehavior.SetNull);
        });

        modelBuilder.Entity<UserSettings>(settings =>
        {
            settings.ToTable("user_settings");
            settings.HasIndex(s => s.UserId).IsUnique();
            settings.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        });

        OnSocialCreating(modelBuilder);
        OnMarketplaceCreating(modelBuilder);
        OnDiaryCreating(modelBuilder);

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            if (property.IsKey() || property.IsForeignKey())
            {
                property.SetMaxLength(IdLength);
            }
        }
    }

    static void OnSocialCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Post>(post =>
        {
            post.ToTable("posts");
            post.HasIndex(p => p.UserId);
            post.HasIndex(p => p.CreatedAt);
            post.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            post.HasOne<Workout>().WithMany().HasForeignKey(p => p.WorkoutId).OnDelete(DeleteBehavior.SetNull);
            post.HasOne<FoodEntry>().WithMany().HasForeignKey(p => p.FoodEntryId).OnDelete(DeleteBehavior.SetNull);
        });

        modelBuilder.Entity<PostLike>(like =>
        {
            like.ToTable("post_likes");
            like.HasIndex(l => l.PostId);
            like.HasIndex(l => l.UserId);
            like.HasIndex(l => new { l.PostId, l.UserId }).IsUnique();
            like.HasOne<Post>().WithMany().HasForeignKey(l => l.PostId);
            like.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
        });

        modelBuilder.Entity<PostComment>(comment =>
        {
            comment.ToTable("post_comments");
            comment.HasIndex(c => c.PostId);
            comment.HasIndex(c => c.UserId);
            comment.HasIndex(c => c.CreatedAt);
            comment.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId);
            comment.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);
        });

        modelBuilder.Entity<Follow>(follow =>
        {
            follow.ToTable("follows");
            follow.HasIndex(f => f.FollowerId);
            follow.HasIndex(f => f.FollowingId);
            follow.HasOne<User>().WithMany().HasForeignKey(f => f.FollowerId);
            follow.HasOne<User>().WithMany().HasForeignKey(f => f.FollowingId);
        });
    }

    static void OnMarketplaceCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Product>(product =>
        {
            product.ToTable("marketplace_products");
            product.HasIndex(p => p.SellerId);
            product.HasIndex(p => p.CreatedAt);
            product.HasOne<User>().WithMany().HasForeignKey(p => p.SellerId);
        });

        modelBuilder.Entity<ProductPurchase>(purchase =>
        {
            purchase.ToTable("product_purchases");
            purchase.HasIndex(p => p.ProductId);
            purchase.HasIndex(p => p.BuyerId);
            purchase.HasIndex(p => p.TransactionId).IsUnique();
            purchase.HasIndex(p => p.PurchasedAt);
            purchase.HasOne<Product>().WithMany().HasForeignKey(p => p.ProductId);
            purchase.HasOne<User>().WithMany().HasForeignKey(p => p.BuyerId);
        });
    }

    static void OnDiaryCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Workout>(workout =>
        {
            workout.ToTable("workouts");
            workout.HasIndex(w => w.UserId);
            workout.HasOne<User>().WithMany().HasForeignKey(w => w.UserId);
        });

        modelBuilder.Entity<FoodEntry>(food =>
        {
            food.ToTable("food_entries");
            food.HasIndex(f => f.UserId);
            food.HasOne<User>().WithMany().HasForeignKey(f => f.UserId);
        });

        modelBuilder.Entity<BodyMeasurement>(measurement =>
        {
            measurement.ToTable("body_measurements");
            measurement.HasIndex(m => m.UserId);
            measurement.HasIndex(m => m.MeasuredAt);
            measurement.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
        });
    }
}
