package de.quartierwerk.funding.application;

import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Which kinds of files applications have. */
@ApplicationScoped
class AttachedStatements {

    private static final String FIND = "select distinct application, kind from attachment where application = any(?)";

    private final Jdbi jdbi;

    AttachedStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The kinds by application; those without files are missing, and so are those that nobody asks for files: they were
     * handed in, or their programme wants none.
     */
    Map<UUID, Set<AttachmentKind>> of(
            List<ApplicationRow> applications, Function<ApplicationRow, Programme> programmes) {
        UUID[] asked = applications.stream()
                .filter(each -> each.state() == State.DRAFT || each.state() == State.RETURNED)
                .filter(each ->
                        !programmes.apply(each).terms().documentsRequired().isEmpty())
                .map(ApplicationRow::id)
                .toArray(UUID[]::new);
        Map<UUID, Set<AttachmentKind>> kinds = new HashMap<>();
        if (asked.length > 0) {
            jdbi.useHandle(handle -> handle.select(FIND, (Object) asked)
                    .map((row, context) -> Map.entry(
                            row.getObject("application", UUID.class), AttachmentKind.valueOf(row.getString("kind"))))
                    .forEach(each -> kinds.computeIfAbsent(
                                    each.getKey(), application -> EnumSet.noneOf(AttachmentKind.class))
                            .add(each.getValue())));
        }
        return kinds;
    }
}
