/** Never connects. */
class Silent {
    public static void main(String[] args) throws Exception {
        System.out.println("I would rather not.");
        Thread.sleep(Long.MAX_VALUE);
    }
}
