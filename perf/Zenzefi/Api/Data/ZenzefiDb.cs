using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Zenzefi.Api.Data;

/// <summary>
/// The schema of the contract's section 7, the same for every provider; a provider's subclass says how it stores
/// money, timestamps and transaction types.
/// </summary>
internal abstract class ZenzefiDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>The store as the commands see it.</summary>
    public static SystemStore<ZenzefiDb> Store { get; } = new("zenzefi", (services, database) => services.AddZenzefiDb(database));

    /// <summary>The largest amount that numeric(10,2) holds.</summary>
    public const decimal LargestAmount = 99_999_999.99m;

    public DbSet<User> Users => Set<User>();
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<Transaction> Transactions => Set<Transaction>();
    public DbSet<ProxySession> ProxySessions => Set<ProxySession>();

    /// <summary>Whether the store refused a row because a unique index already holds its key.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException exception);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // Only the indexes named below: the system being modelled has none on access_tokens.user_id.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<User>(user =>
        {
            user.ToTable("users", table => table.HasCheckConstraint("ck_users_not_own_referrer", "referred_by_id <> id"));
            user.HasIndex(u => u.Email).IsUnique();
            user.HasIndex(u => u.Username).IsUnique();
            user.HasIndex(u => u.CurrencyBalance);
            user.HasIndex(u => u.ReferralCode).IsUnique();
            user.HasIndex(u => u.ReferredById);
            user.Property(u => u.ReferralCode).HasMaxLength(12);
            user.Property(u => u.CurrencyBalance).HasDefaultValue(0.00m);
            user.Property(u => u.ReferralBonusEarned).HasDefaultValue(0.00m);
            user.HasOne<User>().WithMany().HasForeignKey(u => u.ReferredById).OnDelete(DeleteBehavior.SetNull);
        });

        modelBuilder.Entity<AccessToken>(token =>
        {
            token.ToTable("access_tokens");
            token.HasIndex(t => t.Token).IsUnique();
            token.Property(t => t.Scope).HasDefaultValue("full");
            token.Ignore(t => t.ExpiresAt);
            token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });

        modelBuilder.Entity<Transaction>(transaction =>
        {
            transaction.ToTable("transactions");
            transaction.HasIndex(t => t.UserId);
            transaction.HasIndex(t => t.TransactionType);
            transaction.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });

        modelBuilder.Entity<ProxySession>(session =>
        {
            session.ToTable("proxy_sessions");
            session.HasIndex(s => s.UserId);
            session.HasIndex(s => s.TokenId);
            session.HasIndex(s => s.DeviceId);
            session.HasIndex(s => s.LastActivity);
            session.HasIndex(s => s.IsActive);
            session.HasIndex(s => new { s.TokenId, s.DeviceId, s.IsActive });
            session.Property(s => s.DeviceId).HasMaxLength(255);
            session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
            session.HasOne<AccessToken>().WithMany().HasForeignKey(s => s.TokenId).OnDelete(DeleteBehavior.Cascade);
        });

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            }
        }
    }
}
