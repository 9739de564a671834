package de.quartierwerk.ingestion.delivery.inventory;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The inventory in the database. */
@ApplicationScoped
class InventoryRepository {
    private final Sql sql;

    InventoryRepository(Sql sql) {
        this.sql = sql;
    }

    /** Keeps others from changing the same entry until the transaction ends. */
    void lock(String code) {
        sql.call("select pg_advisory_xact_lock(hashtextextended('inventory ' || ?, 0))", code);
    }

    Optional<InventoryView> find(String code) {
        return sql.first("select * from inventory_entry where code = ?", InventoryRepository::read, code);
    }

    /** Entries of the whole installation and those that lie in, or around, the areas. */
    List<InventoryView> page(Scope scope, Filter filter, String after, int limit) {
        return sql.list(
                """
                select e.* from inventory_entry e
                where e.code > ? and (e.area is null or ? or exists (
                    select 1 from space s where s.key = e.area and (s.path && ? or exists (
                      select 1 from space o where o.key = any(?) and e.area = any(o.path)))))
                  and (?::text is null or e.state = ?) and (?::text is null or e.indicators @> array[?::text])
                order by e.code limit ?""",
                InventoryRepository::read,
                after,
                scope.everywhere(),
                scope.areas(),
                scope.areas(),
                filter.state(),
                filter.state(),
                filter.indicator(),
                filter.indicator(),
                limit);
    }

    /** Where a caller may look. */
    record Scope(boolean everywhere, String[] areas) {}

    /** What is looked for; null for all. */
    record Filter(String state, String indicator) {}

    void store(String code, InventoryEntry entry, String by) {
        sql.update(
                """
                insert into inventory_entry (code, title, holder, granularity, periodicity, first_period, last_period,
                  legal_basis, state, area, indicators, contact, note, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set version = inventory_entry.version + 1, title = excluded.title,
                  holder = excluded.holder, granularity = excluded.granularity, periodicity = excluded.periodicity,
                  first_period = excluded.first_period, last_period = excluded.last_period,
                  legal_basis = excluded.legal_basis, state = excluded.state, area = excluded.area,
                  indicators = excluded.indicators, contact = excluded.contact, note = excluded.note,
                  changed_at = clock_timestamp(), changed_by = excluded.changed_by""",
                code,
                entry.title(),
                entry.holder(),
                entry.granularity(),
                entry.periodicity(),
                entry.firstPeriod(),
                entry.lastPeriod(),
                entry.legalBasis(),
                entry.state().text(),
                entry.area(),
                entry.indicators().toArray(String[]::new),
                entry.contact(),
                entry.note(),
                by);
    }

    void delete(String code) {
        sql.update("delete from inventory_entry where code = ?", code);
    }

    private static InventoryView read(ResultSet row) throws SQLException {
        InventoryEntry entry = new InventoryEntry(
                row.getString("title"),
                row.getString("holder"),
                row.getString("granularity"),
                row.getString("periodicity"),
                row.getString("first_period"),
                row.getString("last_period"),
                row.getString("legal_basis"),
                DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("area"),
                Sql.texts(row, "indicators"),
                row.getString("contact"),
                row.getString("note"));
        return new InventoryView(row.getString("code"), row.getLong("version"), entry, Sql.instant(row, "changed_at"));
    }
}
