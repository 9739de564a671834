package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.disclosure.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Bitemporal reads of released values. */
@ApplicationScoped
class ValueStatements {
    /** Held by the transaction that sets a release's instant, shared by reads of a stated instant. */
    private static final String WAIT_FOR_RELEASES = "select pg_advisory_xact_lock_shared(hashtext('release-instant'))";

    private static final String[] LEAVING_DENOMINATOR = Arrays.stream(Reason.values())
            .filter(Reason::leavesDenominator)
            .map(Reason::name)
            .toArray(String[]::new);

    /** The space is the one that was valid on the value's reference date, since a key can be given anew. */
    private static final String VALUES = """
            value v
              join release r on r.number = v.release and r.recorded_at is not null
              join space sp on sp.key = v.space and sp.valid_from <= v.period_end
                and (sp.valid_to is null or sp.valid_to >= v.period_end)
              where true""";

    private final Jdbi jdbi;

    ValueStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Waits until every release whose instant is set already is visible; in a transaction of its own. */
    void waitForReleases() {
        jdbi.useHandle(handle -> handle.execute(WAIT_FOR_RELEASES));
    }

    boolean isFuture(Instant instant) {
        return jdbi.withHandle(handle -> handle.select("select ? > clock_timestamp()", instant)
                .map((row, context) -> row.getBoolean(1))
                .one());
    }

    List<ValueResponse> find(ValueQuery query) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(LEAVING_DENOMINATOR);
        parameters.add(query.exactEverywhere());
        parameters.add(query.exactAreas().toArray(String[]::new));
        String select = select(conditions(query, parameters));
        parameters.add(query.limit());
        return jdbi.withHandle(handle -> handle.select(select, parameters.toArray())
                .map((row, context) -> read(row))
                .list());
    }

    /** Indicator, period and space of the row of that number; null where no row follows it. */
    @Nullable
    List<String> lastOf(ValueQuery query, int number) {
        List<Object> parameters = new ArrayList<>();
        String select = """
                select distinct on (v.indicator, v.period, v.space) v.indicator, v.period, v.space
                from {values}{conditions}
                order by v.indicator, v.period, v.space
                offset ? limit 2""".replace("{values}", VALUES).replace("{conditions}", conditions(query, parameters));
        parameters.add(number - 1);
        List<List<String>> rows = jdbi.withHandle(handle -> handle.select(select, parameters.toArray())
                .map((row, context) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list());
        return rows.size() < 2 ? null : rows.get(0);
    }

    private static String conditions(ValueQuery query, List<Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        anyOf(conditions, parameters, "v.indicator", query.indicators());
        anyOf(conditions, parameters, "v.period", query.periods());
        anyOf(conditions, parameters, "v.space", query.spaces());
        if (query.recordedAt() != null) {
            conditions.append(" and r.recorded_at <= ?");
            parameters.add(query.recordedAt());
        }
        if (query.level() != null) {
            conditions.append(" and sp.level = ?");
            parameters.add(query.level());
        }
        if (query.level() == null && query.spaces().isEmpty()) {
            conditions.append(" and v.origin is distinct from 'rolled-up'");
        }
        if (query.asOf() != null) {
            conditions.append(" and sp.valid_from <= ? and (sp.valid_to is null or sp.valid_to >= ?)");
            parameters.add(query.asOf());
            parameters.add(query.asOf());
        }
        if (!query.after().isEmpty()) {
            conditions.append(" and (v.indicator, v.period, v.space) > (?, ?, ?)");
            parameters.addAll(query.after());
        }
        return conditions.toString();
    }

    private static void anyOf(StringBuilder conditions, List<Object> parameters, String column, List<String> values) {
        if (values.size() == 1) {
            conditions.append(" and ").append(column).append(" = ?");
            parameters.add(values.get(0));
        } else if (!values.isEmpty()) {
            conditions.append(" and ").append(column).append(" = any(?)");
            parameters.add(values.toArray(String[]::new));
        }
    }

    private static String select(String conditions) {
        return """
                select k.space, k.indicator, k.period,
                  case when k.exact or not k.hidden then k.revision end as revision,
                  case when k.exact or not k.hidden then k.release_id end as release_id,
                  case when k.exact then k.status else k.public_status end as status,
                  case when k.exact then k.suppression end as suppression,
                  case when k.exact then k.value when not k.hidden then coalesce(k.rounded, k.value) end as value,
                  case when k.exact or (not k.hidden and k.rounded is null) then k.numerator end as numerator,
                  case when k.exact or (k.rounded is null and (not k.hidden or k.suppression = any(?))) then k.denominator end
                    as denominator,
                  i.document #>> '{protection,method}' as protection,
                  case when k.origin is null then (i.document #>> '{protection,deviation}')::numeric end as deviation
                from (
                  select distinct on (v.indicator, v.period, v.space) v.*, r.id as release_id,
                    v.public_status = 'suppressed' as hidden,
                    (cast(? as boolean) or sp.path && cast(? as text[])) as exact
                  from {values}{conditions}
                  order by v.indicator, v.period, v.space, v.revision desc
                  limit ?) k
                left join indicator i on i.code = k.indicator and i.current
                order by k.indicator, k.period, k.space""".replace("{values}", VALUES).replace("{conditions}", conditions);
    }

    private static @Nullable Reason suppression(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }

    private static ValueResponse read(ResultSet row) throws SQLException {
        return new ValueResponse(
                row.getString("space"),
                row.getString("indicator"),
                row.getString("period"),
                row.getBigDecimal("value"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getString("status"),
                suppression(row.getString("suppression")),
                row.getObject("revision", Integer.class),
                row.getObject("release_id", UUID.class),
                row.getString("protection"),
                row.getBigDecimal("deviation"));
    }
}
