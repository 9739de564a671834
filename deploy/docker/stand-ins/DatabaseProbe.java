import java.sql.DriverManager;
import java.sql.SQLException;

/** Ends well if ingestion is refused by classification's database and let into its own. */
class DatabaseProbe {
    public static void main(String[] words) throws SQLException {
        String password = System.getenv("PASSWORD");
        DriverManager.getConnection("jdbc:postgresql://postgresql:5432/ingestion", "ingestion", password).close();
        try {
            DriverManager.getConnection("jdbc:postgresql://postgresql:5432/classification", "ingestion", password)
                    .close();
        } catch (SQLException e) {
            System.exit("42501".equals(e.getSQLState()) ? 0 : 1);
        }
        System.exit(1);
    }
}
