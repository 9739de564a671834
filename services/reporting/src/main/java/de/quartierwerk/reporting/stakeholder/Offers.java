package de.quartierwerk.reporting.stakeholder;

import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The actors and offers of the read model. */
@ApplicationScoped
public class Offers {
    private final Sql sql;

    Offers(Sql sql) {
        this.sql = sql;
    }

    void store(StakeholderChanged stakeholder) {
        sql.update(
                "insert into stakeholder (key, name, kind, published, version) values (?, ?, ?, ?, ?) "
                        + "on conflict (key) do update set name = excluded.name, kind = excluded.kind, "
                        + "published = excluded.published, version = excluded.version "
                        + "where stakeholder.version < excluded.version",
                stakeholder.key(),
                stakeholder.name(),
                stakeholder.kind(),
                stakeholder.published(),
                stakeholder.version());
    }

    void store(OfferChanged offer) {
        sql.update(
                "insert into offer (key, stakeholder, name, description, target_group, spaces, needs, published, version) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do update set "
                        + "stakeholder = excluded.stakeholder, name = excluded.name, "
                        + "description = excluded.description, target_group = excluded.target_group, "
                        + "spaces = excluded.spaces, needs = excluded.needs, published = excluded.published, "
                        + "version = excluded.version where offer.version < excluded.version",
                offer.key(),
                offer.stakeholder(),
                offer.name(),
                offer.description(),
                offer.targetGroup(),
                offer.spaces().toArray(String[]::new),
                offer.needs().toArray(String[]::new),
                offer.published(),
                offer.version());
    }

    /** Empties the read model of actors and offers. */
    public void clear() {
        sql.update("truncate stakeholder, offer");
    }

    /** Published offers that serve at least one of these spaces, in the order of their keys. */
    public List<Offer> serving(Collection<String> spaces) {
        return sql.list(
                "select o.key, o.name, s.name as stakeholder, o.description, o.target_group, o.spaces, o.needs "
                        + "from offer o join stakeholder s on s.key = o.stakeholder "
                        + "where o.published and s.published and o.spaces && ? order by o.key",
                row -> new Offer(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("stakeholder"),
                        row.getString("description"),
                        row.getString("target_group"),
                        Sql.texts(row, "spaces"),
                        Sql.texts(row, "needs")),
                (Object) spaces.toArray(String[]::new));
    }
}
