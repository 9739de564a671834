package de.quartierwerk.reporting.stakeholder;

import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** SQL on the actors and offers of the read model. */
@ApplicationScoped
class OfferStatements {
    private static final String UPSERT_STAKEHOLDER = """
            insert into stakeholder (key, name, kind, published, version) values (?, ?, ?, ?, ?)
            on conflict (key) do update
            set name = excluded.name, kind = excluded.kind, published = excluded.published, version = excluded.version
            where stakeholder.version < excluded.version""";
    private static final String UPSERT_OFFER = """
            insert into offer (key, stakeholder, name, description, target_group, spaces, needs, published, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update
            set stakeholder = excluded.stakeholder, name = excluded.name, description = excluded.description,
                target_group = excluded.target_group, spaces = excluded.spaces, needs = excluded.needs,
                published = excluded.published, version = excluded.version
            where offer.version < excluded.version""";
    private static final String SERVING = """
            select o.key, o.name, s.name as stakeholder, o.description, o.target_group, o.spaces, o.needs
            from offer o join stakeholder s on s.key = o.stakeholder
            where o.published and s.published and o.spaces && ?
            order by o.key""";

    private final Jdbi jdbi;

    OfferStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void upsert(StakeholderChanged stakeholder) {
        jdbi.useHandle(handle -> handle.execute(
                UPSERT_STAKEHOLDER,
                stakeholder.key(),
                stakeholder.name(),
                stakeholder.kind(),
                stakeholder.published(),
                stakeholder.version()));
    }

    void upsert(OfferChanged offer) {
        jdbi.useHandle(handle -> handle.execute(
                UPSERT_OFFER,
                offer.key(),
                offer.stakeholder(),
                offer.name(),
                offer.description(),
                offer.targetGroup(),
                offer.spaces().toArray(String[]::new),
                offer.needs().toArray(String[]::new),
                offer.published(),
                offer.version()));
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate stakeholder, offer"));
    }

    /** Published offers of published actors that serve at least one of these spaces, in the order of their keys. */
    List<Offer> serving(Collection<String> spaces) {
        return jdbi.withHandle(handle -> handle.select(SERVING, (Object) spaces.toArray(String[]::new))
                .map((row, context) -> offer(row))
                .list());
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("key"),
                row.getString("name"),
                row.getString("stakeholder"),
                row.getString("description"),
                row.getString("target_group"),
                Columns.texts(row, "spaces"),
                Columns.texts(row, "needs"));
    }
}
