class Words {

    static String hello() {
        return "Hello";
    }
}
