package de.quartierwerk.funding.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.funding.application.RankedApplication.Points;
import de.quartierwerk.funding.criteria.Score;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.space.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The assessed applications of a programme, the best first; those without a score come last. */
@ApplicationScoped
class RankingStatements {

    private static final String FIND = """
            with assessed as (
                select a.id, coalesce((a.assessment ->> 'score')::numeric, -1) as points
                from application a
                where a.programme = ? and a.assessment is not null and a.state <> 'WITHDRAWN'
                    and (? or exists (select from space s where s.key = any(a.spaces) and s.path && ?))),
            ranked as (select id, points, rank() over (order by points desc) as place from assessed),
            page as (select * from ranked where (-points, id) > (?, ?) order by -points, id limit ?)
            select p.place, a.id, a.applicant, s.name, a.content ->> 'title' as title, a.state, a.requested, a.granted,
                a.assessment
            from page p join application a on a.id = p.id join stakeholder s on s.key = a.applicant
            order by -p.points, p.id""";

    private final Jdbi jdbi;
    private final ObjectMapper json;

    RankingStatements(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Where a page of the ranking begins.
     *
     * @param score score of the application before; -1 for one without
     * @param id its id
     */
    record After(BigDecimal score, UUID id) {

        /** The beginning. */
        static final After START = new After(BigDecimal.valueOf(1000), new UUID(0, 0));

        static After of(RankedApplication application) {
            return new After(
                    Objects.requireNonNullElse(application.score(), BigDecimal.ONE.negate()),
                    application.application());
        }

        /** From the values of a cursor; throws an unchecked exception where they are none. */
        static After of(List<String> cursor) {
            return new After(new BigDecimal(cursor.get(0)), UUID.fromString(cursor.get(1)));
        }

        List<String> cursor() {
            return List.of(score.toPlainString(), id.toString());
        }
    }

    /** The ranking of those that the caller may see. */
    List<RankedApplication> of(String programme, Scope scope, After after, int limit) {
        return jdbi.withHandle(handle -> handle.select(
                        FIND,
                        programme,
                        scope.everywhere(),
                        scope.areas().toArray(String[]::new),
                        after.score().negate(),
                        after.id(),
                        limit)
                .map((row, context) -> ranked(row))
                .list());
    }

    private RankedApplication ranked(ResultSet row) throws SQLException {
        Assessment assessment = assessment(row.getString("assessment"));
        BigDecimal granted = row.getBigDecimal("granted");
        return new RankedApplication(
                row.getInt("place"),
                assessment.score(),
                row.getObject("id", UUID.class),
                row.getString("applicant"),
                row.getString("name"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                assessment.recommendation(),
                Money.of(row.getBigDecimal("requested")),
                assessment.proposedAmount(),
                granted == null ? null : Money.of(granted),
                assessment.criteria().stream()
                        .flatMap(each -> points(each.code(), each.weight(), Score.points(each)))
                        .toList());
    }

    private static Stream<Points> points(String criterion, @Nullable Integer weight, int points) {
        return weight == null ? Stream.empty() : Stream.of(new Points(criterion, weight, points));
    }

    private Assessment assessment(String text) {
        try {
            return json.readValue(text, Assessment.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
