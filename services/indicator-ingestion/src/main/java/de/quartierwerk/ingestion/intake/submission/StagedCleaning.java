package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.BackgroundWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Throws the checked values of submissions away once their release is known to all: nobody has to wait for that. */
@ApplicationScoped
class StagedCleaning {
    private static final Duration TICK = Duration.ofMinutes(1);

    private final SubmissionStatements statements;
    private final AfterCommit afterCommit;
    private final BackgroundWork work;

    StagedCleaning(SubmissionStatements statements, AfterCommit afterCommit) {
        this.statements = statements;
        this.afterCommit = afterCommit;
        this.work = new BackgroundWork("staged-cleaning", 1, TICK, this::cleanNext);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.close();
    }

    /** Begins when the caller's transaction has ended. */
    void afterCommit() {
        afterCommit.run(work::wake);
    }

    private boolean cleanNext() {
        return QuarkusTransaction.requiringNew().timeout(300).call(statements::deleteStagedOfReleased);
    }
}
