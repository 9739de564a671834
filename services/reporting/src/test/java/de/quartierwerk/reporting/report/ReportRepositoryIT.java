package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReportRepositoryIT {
    private static final Instant AT = Instant.parse("2024-04-02T08:00:00Z");

    @Inject
    ReportRepository reports;

    @Inject
    ReportQueue queue;

    @Inject
    Jdbi jdbi;

    private final String area = "a" + UUID.randomUUID().toString().substring(0, 8);

    private UUID insert(List<String> path, Instant createdAt, @Nullable Publication publication) {
        ReportEntity report = new ReportEntity();
        report.id = UUID.randomUUID();
        report.subject =
                new ReportSubject(ReportType.MONITORING, path.get(path.size() - 1), path, "2023", null, Language.DE);
        report.state = ReportState.FAILED;
        report.total = 4;
        report.failure = "report.nothing-published";
        report.createdBy = "planner";
        report.createdAt = createdAt;
        report.publication = publication;
        QuarkusTransaction.requiringNew().run(() -> reports.persist(report));
        return report.id;
    }

    private List<UUID> ids(Scope scope, ReportRepository.@Nullable Position after, int limit) {
        ReportRepository.Filter filter = new ReportRepository.Filter(area, null, null);
        return QuarkusTransaction.requiringNew().call(() -> reports.listVisible(filter, scope, after, limit)).stream()
                .map(Report::id)
                .toList();
    }

    @Test
    void showsPublishedReportsToAllAndOthersWithinTheScope() {
        UUID published = insert(List.of(area), AT, new Publication(AT, "planner", null));
        UUID inNorth = insert(List.of(area, area + "-n"), AT.plusSeconds(1), null);
        UUID inSouth = insert(List.of(area, area + "-s"), AT.plusSeconds(2), null);

        assertThat(ids(Scope.PUBLISHED_ONLY, null, 9)).containsExactly(published);
        assertThat(ids(new Scope(false, List.of(area + "-n", "elsewhere")), null, 9))
                .containsExactly(inNorth, published);
        assertThat(ids(new Scope(false, List.of(area)), null, 9)).containsExactly(inSouth, inNorth, published);
        assertThat(ids(Scope.ALL, null, 9)).containsExactly(inSouth, inNorth, published);
    }

    @Test
    void goesOnBehindAPositionAlsoWithinOneInstant() {
        insert(List.of(area), AT, null);
        insert(List.of(area), AT, null);
        insert(List.of(area), AT, null);
        List<UUID> all = ids(Scope.ALL, null, 9);

        List<UUID> rest = ids(Scope.ALL, new ReportRepository.Position(AT, all.get(0)), 9);

        assertThat(all).hasSize(3);
        assertThat(rest).containsExactly(all.get(1), all.get(2));
    }

    @Test
    void findsAReportWithItsPublicationAndVersion() {
        UUID id = insert(List.of(area), AT, new Publication(AT, "planner", "In the committee"));

        Optional<Report> found =
                QuarkusTransaction.requiringNew().call(() -> reports.findVisible(id, Scope.PUBLISHED_ONLY));

        assertThat(found).hasValueSatisfying(report -> {
            assertThat(report.publication()).isEqualTo(new Publication(AT, "planner", "In the committee"));
            assertThat(report.subject().areaPath()).containsExactly(area);
            assertThat(report.version()).isZero();
            assertThat(report.standing()).isEqualTo(Standing.PUBLISHED);
        });
    }

    @Test
    void leavesAFinishedReportAsItIs() {
        UUID id = insert(List.of(area), AT, null);

        queue.advance(id, 3);
        queue.complete(id, new byte[] {1}, new byte[] {2});
        queue.fail(id, "report.assembly-failed");

        Report report = QuarkusTransaction.requiringNew()
                .call(() -> reports.findVisible(id, Scope.ALL))
                .orElseThrow();
        assertThat(report.done()).isZero();
        assertThat(report.failure()).isEqualTo("report.nothing-published");
        assertThat(report.version()).isZero();
    }

    @Test
    void neverChangesADocument() {
        UUID id = insert(List.of(area), AT, null);
        jdbi.useHandle(handle ->
                handle.execute("insert into report_document (report, document, drawings) values (?, 'a', 'b')", id));

        assertThatThrownBy(() -> jdbi.useHandle(
                        handle -> handle.execute("update report_document set document = 'c' where report = ?", id)))
                .hasStackTraceContaining("must not change");
        assertThatThrownBy(() ->
                        jdbi.useHandle(handle -> handle.execute("delete from report_document where report = ?", id)))
                .hasStackTraceContaining("must not change");
    }

    @Test
    void readsAListWithAsManyStatementsWhateverItsLength() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into space (key, valid_from, name, level, path, attributes, version) "
                        + "values (?, date '2012-01-01', 'Area', 'district', array[cast(? as text)], '{}', 1)",
                area,
                area));
        for (int i = 0; i < 3; i++) {
            insert(List.of(area), AT.plusSeconds(i), null);
        }
        int few = StatementCounts.of(list(3));
        for (int i = 0; i < 97; i++) {
            insert(List.of(area), AT.minusSeconds(i), null);
        }

        int many = StatementCounts.of(list(100));

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(3);
    }

    private Response list(int expected) {
        Response response = given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .get("/v1/reports?limit=100&area=" + area);
        response.then().statusCode(200).body("items.size()", equalTo(expected));
        return response;
    }
}
