package de.quartierwerk.funding.attachment;

import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Keeps files of applications for those who see an application in full. */
@ApplicationScoped
class AttachmentService {

    private static final int MOST_FILES = 100;

    private static final int PIECE = 1 << 18;

    private final AttachmentStatements statements;
    private final Applications applications;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    AttachmentService(
            AttachmentStatements statements, Applications applications, Caller caller, Audit audit, Clock clock) {
        this.statements = statements;
        this.applications = applications;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers 404 to those who do not see the application in full, whatever they send. */
    @Transactional
    void requireSeen(UUID application) {
        applications.inFull(application);
    }

    @Transactional
    AttachmentResponse add(UUID application, AttachmentKind kind, String title, String fileName, byte[] content) {
        applications.lockInFull(application);
        FileType type = FileInspection.inspect(content);
        if (statements.list(application).size() >= MOST_FILES) {
            throw new Conflict("attachment.too-many", MOST_FILES);
        }
        AttachmentResponse file = new AttachmentResponse(
                UUID.randomUUID(),
                kind,
                title,
                fileName,
                type,
                content.length,
                Sha256.hex(content),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        statements.insert(application, file, content);
        audit.record("attachment-added", "applications/" + application, null, file);
        return file;
    }

    @Transactional
    List<AttachmentResponse> list(UUID application) {
        applications.inFull(application);
        return statements.list(application);
    }

    @Transactional
    AttachmentResponse find(UUID application, UUID id) {
        applications.inFull(application);
        return statements.find(application, id).orElseThrow(() -> new NotFound("attachment.not-found", id));
    }

    /** Writes the bytes of a file piece by piece. */
    void write(AttachmentResponse file, OutputStream out) throws IOException {
        for (int from = 0; from < file.size(); from += PIECE) {
            int begin = from;
            out.write(QuarkusTransaction.joiningExisting().call(() -> statements.piece(file.id(), begin, PIECE)));
        }
    }
}
