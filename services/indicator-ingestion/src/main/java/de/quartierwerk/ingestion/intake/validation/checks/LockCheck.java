package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.delivery.periodlock.PeriodLocks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes out values of periods that are closed. */
@ApplicationScoped
@Priority(200)
class LockCheck implements Check {
    private final PeriodLocks locks;

    LockCheck(PeriodLocks locks) {
        this.locks = locks;
    }

    @Override
    public Stage stage() {
        return Stage.CLEANING;
    }

    @Override
    public void check(CheckedFile file) {
        PeriodLocks.TakenOut locked = locks.takeOut(
                file.id(),
                (sheet, line, column, period, lock) -> file.findings()
                        .error(file.findings().at(sheet, line, column), "period.locked", null, period, lock));
        file.takeOut(locked.values(), locked.usable());
    }
}
